import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  entityRefSchema,
  EVIDENCE_RECORDS_PATH,
  MOST_ENTITIES_PER_EVIDENCE_REQUEST,
  parsed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import { z } from 'zod';
import { PostsService } from '../service/PostsService';

/** As many of the longest refs as a request may name. */
const MOST_BYTES = '512kb';

const requestSchema = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  entityRefs: z
    .array(entityRefSchema)
    .min(1)
    .max(MOST_ENTITIES_PER_EVIDENCE_REQUEST),
});

/** `/as-of`, and what champions add to evidence packs. */
export function addPostRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; posts: PostsService },
): void {
  const { httpAuth, posts } = options;
  const body = json({ limit: MOST_BYTES });

  router.post('/as-of', body, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const asked = parsed(requestSchema, request.body);
    response.json(await posts.asOf(credentials, asked));
  });

  router.post(EVIDENCE_RECORDS_PATH, body, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const asked = parsed(requestSchema, request.body);
    response.json(await posts.records(credentials, asked));
  });
}
