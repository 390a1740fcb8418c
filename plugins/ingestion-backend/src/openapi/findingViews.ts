import {
  CONTROL_TYPES,
  FINDING_DUES,
  FINDING_STATUSES,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';
import { count, flag, list, object, page, text, time } from './building';

const day: JsonObject = { type: 'string', format: 'date' };

const controlType: JsonObject = { type: 'string', enum: [...CONTROL_TYPES] };

function countsOf(words: readonly string[]): JsonObject {
  return object(Object.fromEntries(words.map(word => [word, count])));
}

/** Findings seen together: grouped, counted, over time. */
export const findingViewSchemas: JsonObject = {
  FindingGroup: object(
    {
      id: { ...text, description: 'To be given as group to /findings' },
      cause: { type: 'string', enum: ['package', 'rule'] },
      name: text,
      version: text,
      title: text,
      type: controlType,
      count,
      bySeverity: countsOf(SEVERITIES),
      rules: { ...count, description: 'Advisories or rules it is about' },
      overdue: count,
      nextDueAt: time,
      fixedVersion: {
        ...text,
        description: 'The version that is known to fix all',
      },
      withoutFix: count,
    },
    ['version', 'title', 'nextDueAt', 'fixedVersion'],
  ),
  FindingGroupPage: page('FindingGroup'),
  FindingFacets: object(
    {
      severity: countsOf(SEVERITIES),
      status: countsOf(FINDING_STATUSES),
      type: countsOf(CONTROL_TYPES),
      due: countsOf(FINDING_DUES),
      tools: list(object({ tool: text, count })),
      environments: {
        ...list(object({ environment: text, count })),
        description: 'Only of one entity',
      },
      isLowerBound: {
        ...flag,
        description: 'Only a part of the findings could be counted',
      },
      asOf: time,
    },
    ['isLowerBound'],
  ),
  FindingsTrend: object(
    {
      entityRef: text,
      days: list(object({ day, open: countsOf(SEVERITIES) }, ['open'])),
      gaps: list(
        object({ controlType, tool: text, from: day, to: day }, ['tool', 'to']),
      ),
      workedOutUntil: {
        ...day,
        description: 'Days up to this one were worked out later',
      },
      asOf: time,
    },
    ['workedOutUntil'],
  ),
};
