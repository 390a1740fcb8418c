import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  DISMISSAL_REASONS,
  FINDING_ACTION_INPUTS,
  FINDING_ACTIONS,
  MOST_FINDINGS_PER_ACTION,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { TriageService } from '../service/TriageService';
import { entityRefSchema, parseBody, parseId } from './parameters';

const LONGEST_TEXT = 2000;

/** A text of several lines. */
export const longTextSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_TEXT, `must have at most ${LONGEST_TEXT} characters`)
  .regex(
    /^(?:[^\p{Cc}]|[\n\r\t])*$/u,
    'must not contain control characters other than line breaks',
  );

const userRefSchema = entityRefSchema.refine(ref => ref.startsWith('user:'), {
  error: 'must be the ref of a user such as user:default/name',
});

/** An address that people can open. */
export const urlSchema = z.string().max(LONGEST_TEXT).refine(isWebAddress, {
  error: 'must be an http or https address without a password',
});

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === ''
  );
}

const REQUEST = z
  .strictObject({
    ids: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be an id'))
      .min(1, 'must name a finding')
      .max(
        MOST_FINDINGS_PER_ACTION,
        `must name at most ${MOST_FINDINGS_PER_ACTION} findings`,
      ),
    action: z.enum(FINDING_ACTIONS, {
      error: `must be among ${FINDING_ACTIONS.join(', ')}`,
    }),
    reason: z
      .enum(DISMISSAL_REASONS, {
        error: `must be among ${DISMISSAL_REASONS.join(', ')}`,
      })
      .optional(),
    severity: z
      .enum(SEVERITIES, { error: `must be among ${SEVERITIES.join(', ')}` })
      .optional(),
    text: longTextSchema.optional(),
    assignee: userRefSchema.optional(),
    url: urlSchema.optional(),
  })
  .superRefine((request, context) => {
    const needed = FINDING_ACTION_INPUTS[request.action];
    const missing = (input: keyof typeof request, message: string) =>
      context.addIssue({ code: 'custom', path: [input], message });
    for (const input of needed) {
      if (request[input] === undefined) {
        missing(input, `is needed to ${request.action}`);
      }
    }
    if (request.reason === 'false_positive' && request.text === undefined) {
      missing('text', 'has to say why it is a false positive');
    }
    for (const input of ['reason', 'severity', 'assignee', 'url'] as const) {
      if (request[input] !== undefined && !needed.includes(input)) {
        missing(input, `does not belong to ${request.action}`);
      }
    }
  });

/** `/findings/actions`: what people do to findings. */
export function createFindingActionsRouter(options: {
  triage: TriageService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth, triage } = options;
  const router = PromiseRouter();

  router.post(
    '/findings/actions',
    json({ limit: '64kb' }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const command = parseBody(request, REQUEST);
      const event = await auditor.createEvent({
        eventId: 'finding-triage',
        severityLevel: 'medium',
        request,
        meta: { action: command.action, findings: command.ids },
      });
      try {
        const answer = await triage.act(credentials, command);
        await event.success({ meta: { actionId: answer.actionId } });
        response.json(answer);
      } catch (error) {
        await event.fail({
          error: error instanceof Error ? error : new Error(String(error)),
        });
        throw error;
      }
    },
  );

  router.post('/findings/actions/:actionId/undo', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const actionId = parseId(request.params.actionId, 'action');
    const event = await auditor.createEvent({
      eventId: 'finding-triage-undo',
      severityLevel: 'medium',
      request,
      meta: { actionId },
    });
    try {
      const answer = await triage.undo(credentials, actionId);
      await event.success();
      response.json(answer);
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  return router;
}
