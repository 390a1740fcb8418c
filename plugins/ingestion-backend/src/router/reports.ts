import { AuditorService } from '@backstage/backend-plugin-api';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { ReceiptsService } from '../service/ReceiptsService';
import { RequestError } from '../service/RequestError';
import { SubmissionService } from '../service/SubmissionService';
import { drain } from './drain';
import {
  booleanSchema,
  commitSchema,
  entityRefSchema,
  nameSchema,
  parseId,
  parseQuery,
} from './parameters';
import { SubmitterAuth } from './submitterAuth';

const SUBMISSION = {
  entityRef: entityRefSchema,
  format: nameSchema.optional(),
  tool: nameSchema.optional(),
  category: nameSchema.optional(),
  ref: nameSchema.optional(),
  commit: commitSchema.optional(),
  environment: nameSchema.optional(),
  startedAt: z.iso
    .datetime({ offset: true, error: 'must be a time in ISO 8601' })
    .transform(text => Date.parse(text))
    .optional(),
  complete: booleanSchema.default(true),
  emptyMeansClean: booleanSchema.default(false),
};

export interface ReportsRouterOptions {
  submissions: SubmissionService;
  receipts: ReceiptsService;
  submitterAuth: SubmitterAuth;
  auditor: AuditorService;
}

/** `/reports`: sending reports, and what became of each. */
export function createReportsRouter(options: ReportsRouterOptions): Router {
  const { auditor, receipts, submissions, submitterAuth } = options;
  const router = PromiseRouter();

  router.post('/reports', async (request: Request, response: Response) => {
    const credentials = await submitterAuth
      .credentials(request)
      .catch(error => {
        drain(request);
        throw error;
      });
    const parameters = parseQuery(request, SUBMISSION);
    const event = await auditor.createEvent({
      eventId: 'report-submit',
      severityLevel: 'medium',
      request: submitterAuth.auditable(request),
      meta: {
        entityRef: parameters.entityRef,
        submitter: submissions.submitterOf(credentials),
      },
    });
    try {
      const receipt = await submissions.submit(credentials, {
        parameters,
        idempotencyKey: idempotencyKeyOf(request),
        contentEncoding: request.header('content-encoding'),
        body: request,
      });
      await event.success({ meta: { reportId: receipt.reportId } });
      response.status(202).location(receipt.links.self).json({
        reportId: receipt.reportId,
        status: receipt.status,
        links: receipt.links,
      });
    } catch (error) {
      drain(request);
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  router.get('/reports/:reportId', async (request, response) => {
    const credentials = await submitterAuth.credentials(request);
    const { wait } = parseQuery(request, {
      wait: z.coerce
        .number({ error: 'must be a number of seconds' })
        .min(0, 'must be at least 0')
        .max(60, 'must be at most 60')
        .default(0),
    });
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.json(
      await receipts.get(
        credentials,
        parseId(request.params.reportId, 'report'),
        {
          seconds: wait,
          signal: gone.signal,
        },
      ),
    );
  });

  return router;
}

function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.header('idempotency-key')?.trim();
  if (key !== undefined && (key === '' || key.length > 255)) {
    throw new RequestError(
      400,
      'Idempotency-Key must have 1 to 255 characters',
      'header.idempotency-key',
    );
  }
  return key;
}
