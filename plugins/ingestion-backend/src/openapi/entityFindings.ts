import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  MOST_FLOW_DAYS,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { count, date, flag, list, object, ref, text, time } from './building';
import { answer, errors, path, query } from './operations';
import { perSeverity } from './perSeverity';

/** Findings of an entity, counted. */
export const entityFindingSchemas: JsonObject = {
  FindingsSummary: object(
    {
      entityRef: text,
      open: perSeverity,
      openByType: {
        type: 'object',
        propertyNames: { enum: [...CONTROL_TYPES] },
        additionalProperties: perSeverity,
      },
      overdue: perSeverity,
      nextDueAt: time,
      dueWithin7Days: count,
      hasReports: flag,
      coverage: list(ref('Coverage')),
      asOf: time,
    },
    ['nextDueAt'],
  ),
  FlowCounts: object({ opened: count, closed: count, closedInTime: count }),
  FindingFlow: object({
    entityRef: text,
    since: date,
    until: date,
    total: ref('FlowCounts'),
    days: list(
      object({
        day: date,
        bySeverity: {
          type: 'object',
          propertyNames: { enum: [...SEVERITIES] },
          additionalProperties: ref('FlowCounts'),
        },
      }),
    ),
    asOf: time,
  }),
};

/** Findings of an entity: now, by day and over time. */
export const entityFindingPaths: JsonObject = {
  '/entities/{namespace}/{kind}/{name}/summary': {
    get: {
      summary: 'Open findings and coverage of an entity, as of now',
      parameters: [path('namespace'), path('kind'), path('name')],
      responses: {
        '200': answer('The summary', 'FindingsSummary'),
        ...errors(401, 403, 404),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/flow': {
    get: {
      summary: 'How many findings of an entity were opened and closed, by day',
      parameters: [
        path('namespace'),
        path('kind'),
        path('name'),
        query('days', 'The last days, today included; 90 by default', {
          type: 'integer',
          minimum: 1,
          maximum: MOST_FLOW_DAYS,
        }),
      ],
      responses: {
        '200': answer('The days on which something happened', 'FindingFlow'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/trend': {
    get: {
      summary: 'Open findings of an entity on each of the last 90 days',
      parameters: [path('namespace'), path('kind'), path('name')],
      responses: {
        '200': answer('The days, oldest first', 'FindingsTrend'),
        ...errors(401, 403, 404),
      },
    },
  },
};
