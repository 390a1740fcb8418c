import { JsonObject } from '@backstage/types';
import { MOST_ENTITIES_PER_EVIDENCE_REQUEST } from '@synchrony/backstage-plugin-scorecards-node';
import { flag, list, object, text, time } from './building';
import { answer, errors, jsonBody } from './operations';

export const evidencePaths: JsonObject = {
  '/evidence-records': {
    post: {
      summary: 'Waivers of entities as they stood at a time, with their steps',
      description:
        'For evidence packs. Waivers of an advisory in a whole group are not among them.',
      requestBody: jsonBody({
        $ref: '#/components/schemas/EvidenceRecordsRequest',
      }),
      responses: {
        '200': answer(
          'Those of entities whose waivers the caller may read',
          'EvidenceRecords',
        ),
        ...errors(400, 401),
      },
    },
  },
};

export const evidenceSchemas: JsonObject = {
  EvidenceRecordsRequest: object({
    at: { ...time, description: 'Not later than now' },
    entityRefs: {
      ...list(text),
      minItems: 1,
      maxItems: MOST_ENTITIES_PER_EVIDENCE_REQUEST,
    },
  }),
  EvidenceRecords: object({
    records: list(
      object(
        {
          kind: text,
          id: text,
          entityRef: text,
          title: text,
          status: text,
          until: time,
          details: list(object({ title: text, value: text })),
          steps: list(
            object({ at: time, what: text, by: text, as: text, note: text }, [
              'by',
              'as',
              'note',
            ]),
          ),
        },
        ['until'],
      ),
    ),
    withheld: {
      ...flag,
      description: 'Whether waivers of some of the entities may not be read',
    },
  }),
};
