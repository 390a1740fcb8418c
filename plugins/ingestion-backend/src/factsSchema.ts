import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  ControlType,
  COVERAGE_STATES,
  DEPLOYMENT_OUTCOMES,
  FAILURES_UNTIL_FAILING,
  GATE_VERDICTS,
  REMEDIATION_WINDOW_DAYS,
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

function sbom(): JsonObject {
  const time = { type: 'string', format: 'date-time' };
  return {
    type: 'object',
    properties: {
      state: {
        type: 'string',
        enum: ['missing', 'active', 'stale'],
        title: 'State of the SBOM',
        description:
          'active: a complete list of components is recent enough; stale: there was one; missing: there never was one. A list is no dependency scan',
      },
      tool: { type: 'string', title: 'Tool of the SBOM' },
      lastCompleteAt: { ...time, title: 'Newest complete SBOM' },
      staleAt: { ...time, title: 'When the SBOM goes stale' },
      commit: { type: 'string', title: 'Commit of the SBOM' },
      reportId: { type: 'string', title: 'Report of the SBOM' },
      components: {
        type: 'integer',
        title: 'Components in the SBOM',
        description: 'Versions of packages that it lists',
        restricted: true,
      },
    },
    required: ['state'],
  };
}

const time: JsonObject = { type: 'string', format: 'date-time' };

const delivery: JsonObject = {
  type: 'object',
  title: 'Deployments and pipeline runs',
  description: 'Absent when none was ever sent',
  properties: {
    environments: {
      type: 'object',
      title: 'By environment',
      additionalProperties: {
        type: 'object',
        properties: {
          lastDeploymentAt: {
            ...time,
            title: 'Last deployment',
            description: 'However it ended',
          },
          lastOutcome: {
            type: 'string',
            enum: [...DEPLOYMENT_OUTCOMES],
            title: 'How the last deployment ended',
          },
          lastReleaseAt: {
            ...time,
            title: 'Last release',
            description: 'The last deployment that succeeded',
          },
          commit: { type: 'string', title: 'Commit of the last release' },
          version: { type: 'string', title: 'Version of the last release' },
          gateVerdict: {
            type: 'string',
            enum: [...GATE_VERDICTS],
            title: 'What the gate said of the last release',
            description:
              'Of its commit, by the newest pipeline run that asked; absent when none did',
          },
        },
        required: ['lastDeploymentAt', 'lastOutcome'],
      },
    },
    pipeline: {
      type: 'object',
      title: 'Last pipeline run on the default ref',
      properties: {
        lastRunAt: { ...time, title: 'Last pipeline run' },
        gateEnforced: {
          type: 'boolean',
          title: 'The pipeline asks the gate',
        },
        gateObeyed: {
          type: 'boolean',
          title: 'The pipeline does what the gate says',
        },
        gatePolicy: { type: 'string', title: 'Policy of the gate' },
        gateVerdict: {
          type: 'string',
          enum: [...GATE_VERDICTS],
          title: 'Last verdict of the gate',
        },
      },
      required: ['lastRunAt', 'gateEnforced', 'gateObeyed'],
    },
  },
  required: ['environments'],
};

/** JSON Schema of the facts, under `ingestion` in rules. */
export const factsSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What scanners report',
  type: 'object',
  properties: {
    coverage: perType(coverageOf),
    sbom: sbom(),
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
    adjusted: {
      type: 'object',
      title: 'Adjusted severities',
      properties: {
        raised: {
          type: 'integer',
          title: 'Findings that people raised',
          description: 'Open findings above the severity of the scanner',
          restricted: true,
        },
        lowered: {
          type: 'integer',
          title: 'Findings that people lowered',
          description: 'Open findings below the severity of the scanner',
          restricted: true,
        },
      },
      required: ['raised', 'lowered'],
    },
    accepted: perType(type =>
      perSeverity(
        `Accepted ${NAMES[type]} findings`,
        'Findings that a waiver accepts; they are not among the open ones',
      ),
    ),
    acceptedOverdue: perType(type =>
      perSeverity(
        `Overdue accepted ${NAMES[type]} findings`,
        'Accepted findings past their due date',
      ),
    ),
    waivers: {
      type: 'object',
      properties: {
        checks: {
          type: 'object',
          title: 'Waived checks',
          description:
            'Until when a check is waived, in milliseconds since 1970, by its id',
          additionalProperties: { type: 'integer' },
          restricted: true,
        },
        active: {
          type: 'integer',
          title: 'Waivers in effect',
          restricted: true,
        },
        mostRenewals: {
          type: 'integer',
          title: 'Renewals of a waiver',
          description: 'Of the one in effect that was renewed most',
          restricted: true,
        },
      },
      required: ['checks', 'active', 'mostRenewals'],
    },
    remediation: {
      type: 'object',
      title: 'How findings are closed',
      properties: {
        closed: {
          type: 'integer',
          title: `Findings closed in ${REMEDIATION_WINDOW_DAYS} days`,
          restricted: true,
        },
        closedInTime: {
          type: 'integer',
          title: 'Of these, closed by their due date',
          restricted: true,
        },
      },
      required: ['closed', 'closedInTime'],
    },
    delivery,
  },
  required: [
    'coverage',
    'sbom',
    'open',
    'overdue',
    'adjusted',
    'accepted',
    'acceptedOverdue',
    'waivers',
    'remediation',
  ],
};
