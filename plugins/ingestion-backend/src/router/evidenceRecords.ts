import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  EVIDENCE_RECORDS_PATH,
  MOST_ENTITIES_PER_EVIDENCE_REQUEST,
} from '@synchrony/backstage-plugin-scorecards-node';
import { json, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { WaiverEvidence } from '../service/WaiverEvidence';
import { entityRefSchema, parseBody } from './parameters';
import { timeSchema } from './waiverBodies';

/** As many of the longest refs as a request may name. */
const MOST_BYTES = '512kb';

const requestSchema = z.strictObject({
  at: timeSchema,
  entityRefs: z
    .array(entityRefSchema)
    .min(1, 'must not be empty')
    .max(
      MOST_ENTITIES_PER_EVIDENCE_REQUEST,
      `must name at most ${MOST_ENTITIES_PER_EVIDENCE_REQUEST} entities`,
    ),
});

/** What ingestion adds to evidence packs: waivers. */
export function createEvidenceRecordsRouter(options: {
  waiverEvidence: WaiverEvidence;
  httpAuth: HttpAuthService;
}): Router {
  const { httpAuth, waiverEvidence } = options;
  const router = PromiseRouter();

  router.post(
    EVIDENCE_RECORDS_PATH,
    json({ limit: MOST_BYTES }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const body = parseBody(request, requestSchema);
      response.json(await waiverEvidence.records(credentials, body));
    },
  );

  return router;
}
