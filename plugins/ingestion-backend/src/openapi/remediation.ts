import { JsonObject } from '@backstage/types';
import { MOST_REMEDIATION_ENTITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { count, date, list, object, text, time } from './building';
import { answer, errors, jsonBody } from './operations';

export const remediationPaths: JsonObject = {
  '/remediation': {
    post: {
      summary: 'How findings of many entities were mended, by day',
      description:
        'For comparing teams. Entities whose findings the caller may not read are left out.',
      requestBody: jsonBody({
        $ref: '#/components/schemas/RemediationQuery',
      }),
      responses: {
        '200': answer('The entities that have findings', 'Remediation'),
        ...errors(400, 401),
      },
    },
  },
};

export const remediationSchemas: JsonObject = {
  RemediationQuery: object({
    entityRefs: { ...list(text), maxItems: MOST_REMEDIATION_ENTITIES },
    from: date,
    to: date,
  }),
  Remediation: object({
    from: date,
    to: date,
    items: list(
      object({
        entityRef: text,
        open: count,
        days: list(
          object({
            day: date,
            closed: count,
            logDays: { type: 'number', minimum: 0 },
            due: count,
            breached: count,
            closings: count,
            cameBack: count,
          }),
        ),
      }),
    ),
    asOf: time,
  }),
};
