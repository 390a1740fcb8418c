import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import express, { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { DeliveryRequest, DeliveryRow } from '../deliveries';
import { DeliveriesService } from '../service/DeliveriesService';
import { DeliverySubmissions } from '../service/DeliverySubmissions';
import { DeliveryStores } from '../store/createStores';
import { DeliveryStore } from '../store/DeliveryStore';
import {
  deploymentSchema,
  parseItems,
  pipelineRunSchema,
  timeSchema,
} from './deliverySchemas';
import { readBody } from './jsonBody';
import {
  entityRefSchema,
  limitSchema,
  nameSchema,
  parseQuery,
} from './parameters';
import { SubmitterAuth } from './submitterAuth';

const json = express.json({ limit: '10mb', strict: false });

const LIST = {
  entityRef: entityRefSchema.optional(),
  since: timeSchema.optional(),
  cursor: z.string().optional(),
  limit: limitSchema.optional(),
};

export interface DeliveriesRouterOptions {
  deliveryStores: DeliveryStores;
  deliverySubmissions: DeliverySubmissions;
  deliveries: DeliveriesService;
  httpAuth: HttpAuthService;
  submitterAuth: SubmitterAuth;
  auditor: AuditorService;
}

/** `/deployments` and `/pipeline-runs`: what went out, and how. */
export function createDeliveriesRouter(
  options: DeliveriesRouterOptions,
): Router {
  const { deliveries, deliveryStores, httpAuth } = options;
  const { deployments, pipelineRuns } = deliveryStores;
  const router = PromiseRouter();
  const readers = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.post('/deployments', (request, response) =>
    receive(request, response, options, deployments, deploymentSchema),
  );
  router.post('/pipeline-runs', (request, response) =>
    receive(request, response, options, pipelineRuns, pipelineRunSchema),
  );

  router.get('/deployments', async (request, response) => {
    const credentials = await readers(request);
    const { environment, ...query } = parseQuery(request, {
      ...LIST,
      environment: nameSchema.optional(),
    });
    const where = { environment };
    response.json(
      await deliveries.list(credentials, deployments, { ...query, where }),
    );
  });

  router.get('/pipeline-runs', async (request, response) => {
    const credentials = await readers(request);
    const { pipeline, ref, ...query } = parseQuery(request, {
      ...LIST,
      pipeline: nameSchema.optional(),
      ref: nameSchema.optional(),
    });
    const where = { pipeline, ref };
    response.json(
      await deliveries.list(credentials, pipelineRuns, { ...query, where }),
    );
  });

  return router;
}

async function receive<Sent extends DeliveryRequest, Row extends DeliveryRow>(
  request: Request,
  response: Response,
  options: DeliveriesRouterOptions,
  store: DeliveryStore<Sent, Row>,
  schema: z.ZodType<Sent>,
): Promise<void> {
  const { auditor, deliverySubmissions, submitterAuth } = options;
  const credentials = await submitterAuth.credentials(request);
  await readBody(json, request, response);
  const { items, placeOf } = parseItems(request.body, schema);
  const answer = await audited(
    auditor,
    {
      eventId: 'delivery-submit',
      severityLevel: 'low',
      request: submitterAuth.auditable(request),
      meta: {
        kind: store.kind.table,
        count: items.length,
        submitter: deliverySubmissions.submitterOf(credentials),
      },
    },
    () => deliverySubmissions.submit(credentials, store, items, placeOf),
  );
  response.json(answer);
}
