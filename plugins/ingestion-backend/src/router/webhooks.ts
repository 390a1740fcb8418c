import { AuditorService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { GithubWebhooks } from '../service/GithubWebhooks';
import { RequestError } from '../service/RequestError';

/** GitHub sends no more than this. */
const LIMIT = '25mb';

const LONGEST_HEADER = 200;

/** `/webhooks/github`: open to all, because the signature is what is checked. */
export function createWebhooksRouter(options: {
  githubWebhooks: GithubWebhooks;
  auditor: AuditorService;
}): Router {
  const { auditor, githubWebhooks } = options;
  const router = PromiseRouter();

  router.post(
    '/webhooks/github',
    express.raw({ type: 'application/json', limit: LIMIT, inflate: false }),
    async (request, response) => {
      if (!Buffer.isBuffer(request.body)) {
        throw new RequestError(
          415,
          'Choose application/json as the content type of the webhook',
          'header.content-type',
        );
      }
      const event = requireHeader(request, 'x-github-event');
      const deliveryId = requireHeader(request, 'x-github-delivery');
      const body: Buffer = request.body;
      const answer = await audited(
        auditor,
        {
          // Without the request: who sent it, Backstage does not know.
          eventId: 'github-webhook',
          severityLevel: 'medium',
          meta: { event, deliveryId },
        },
        () =>
          githubWebhooks.receive({
            event,
            deliveryId,
            signature: request.header('x-hub-signature-256'),
            body,
          }),
        ({ status }) => ({ status }),
      );
      response.status(answer.status === 'pong' ? 200 : 202).json(answer);
    },
  );

  return router;
}

function requireHeader(request: Request, name: string): string {
  const value = request.header(name)?.trim() ?? '';
  if (value === '' || value.length > LONGEST_HEADER) {
    throw new RequestError(
      400,
      `${name} must have 1 to ${LONGEST_HEADER} characters`,
      `header.${name}`,
    );
  }
  return value;
}
