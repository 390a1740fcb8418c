import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  ControlType,
  COVERAGE_STATES,
  FAILURES_UNTIL_FAILING,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';

const NAMES: Record<ControlType, string> = {
  sast: 'code',
  sca: 'dependency',
  secret: 'secret',
  dast: 'dynamic',
  container: 'container image',
  iac: 'infrastructure code',
};

function perType(make: (type: ControlType) => JsonObject): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(
      CONTROL_TYPES.map(type => [type, make(type)]),
    ),
    required: [...CONTROL_TYPES],
  };
}

function perSeverity(title: string, description: string): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(
      SEVERITIES.map(severity => [
        severity,
        {
          type: 'integer',
          title: `${title}, ${severity}`,
          description,
          restricted: true,
        },
      ]),
    ),
    required: [...SEVERITIES],
  };
}

function coverageOf(type: ControlType): JsonObject {
  const scan = `${NAMES[type]} scan`;
  const time = { type: 'string', format: 'date-time' };
  return {
    type: 'object',
    properties: {
      state: {
        type: 'string',
        enum: [...COVERAGE_STATES],
        title: `State of the ${scan}`,
        description: `active: a complete scan is recent enough; stale: there was one; failing: the last ${FAILURES_UNTIL_FAILING} or more failed; declared: announced, and none arrived yet; missing: there never was one; not_applicable: a rule over the catalog says so. Only active is evidence`,
      },
      tool: { type: 'string', title: `Tool of the ${scan}` },
      lastCompleteAt: { ...time, title: `Last complete ${scan}` },
      staleAt: { ...time, title: `When the ${scan} goes stale` },
      commit: { type: 'string', title: `Commit of the last ${scan}` },
      reportId: { type: 'string', title: `Report of the last ${scan}` },
      failures: {
        type: 'integer',
        title: `Failed runs of the ${scan}`,
        description: 'In a row, since the last complete one',
      },
    },
    required: ['state'],
  };
}

/** JSON Schema of the facts, under `ingestion` in rules. */
export const factsSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What scanners report',
  type: 'object',
  properties: {
    coverage: perType(coverageOf),
    open: perType(type =>
      perSeverity(
        `Open ${NAMES[type]} findings`,
        'Open findings, counted on the default ref',
      ),
    ),
    overdue: perType(type =>
      perSeverity(
        `Overdue ${NAMES[type]} findings`,
        'Open findings past their due date',
      ),
    ),
  },
  required: ['coverage', 'open', 'overdue'],
};
