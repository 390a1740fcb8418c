/** Facts of ingestion as a test needs them. */
export interface TestFacts {
  coverage: Record<string, Record<string, string>>;
  open: Record<string, Record<string, number>>;
  overdue: Record<string, Record<string, number>>;
  accepted?: Record<string, Record<string, number>>;
  acceptedOverdue?: Record<string, Record<string, number>>;
  waivers?: {
    checks: Record<string, number>;
    active?: number;
    mostRenewals?: number;
  };
  sbom?: Record<string, unknown>;
  remediation?: { closed: number; closedInTime: number };
  delivery?: {
    environments: Record<string, Record<string, string>>;
    pipeline?: Record<string, unknown>;
  };
}

export const CONTROL_TYPES = [
  'sast',
  'sca',
  'secret',
  'dast',
  'container',
  'iac',
];

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];

function each<T>(names: string[], make: (name: string) => T) {
  return Object.fromEntries(names.map(name => [name, make(name)]));
}

const text = (title: string) => ({ type: 'string', title });
const counts = (title: string) => ({
  type: 'object',
  properties: each(SEVERITIES, name => ({
    type: 'integer',
    title: `${title}, ${name}`,
    restricted: true,
  })),
});

/** JSON Schema of {@link TestFacts}. */
export const ingestionSchema = {
  type: 'object',
  properties: {
    coverage: {
      type: 'object',
      properties: each(CONTROL_TYPES, name => ({
        type: 'object',
        properties: {
          state: {
            enum: ['missing', 'active', 'stale'],
            title: `${name} state`,
          },
          tool: text(`${name} scanner`),
          lastCompleteAt: text(`Last complete ${name} scan`),
          staleAt: text(`${name} goes stale`),
          commit: text('Commit'),
          reportId: text('Report'),
        },
      })),
    },
    open: {
      type: 'object',
      properties: each(CONTROL_TYPES, name => counts(`Open ${name} findings`)),
    },
    overdue: {
      type: 'object',
      properties: each(CONTROL_TYPES, name =>
        counts(`Overdue ${name} findings`),
      ),
    },
    sbom: {
      type: 'object',
      properties: {
        state: { enum: ['missing', 'active', 'stale'], title: 'SBOM state' },
        tool: text('SBOM tool'),
        lastCompleteAt: text('Newest SBOM'),
        staleAt: text('SBOM goes stale'),
        commit: text('Commit'),
        components: { type: 'integer', title: 'Components' },
      },
    },
    waivers: {
      type: 'object',
      properties: {
        checks: { type: 'object', additionalProperties: { type: 'integer' } },
        active: { type: 'integer', title: 'Waivers in effect' },
        mostRenewals: { type: 'integer', title: 'Renewals of a waiver' },
      },
    },
    remediation: {
      type: 'object',
      properties: {
        closed: { type: 'integer', title: 'Closed' },
        closedInTime: { type: 'integer', title: 'Closed in time' },
      },
    },
    delivery: {
      type: 'object',
      properties: {
        environments: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              lastReleaseAt: text('Last release'),
              commit: text('Commit'),
              version: text('Version'),
              gateVerdict: text('What the gate said'),
            },
          },
        },
        pipeline: {
          type: 'object',
          properties: {
            lastRunAt: text('Last pipeline run'),
            gateEnforced: { type: 'boolean', title: 'Asks the gate' },
            gateObeyed: { type: 'boolean', title: 'Obeys the gate' },
            gatePolicy: text('Policy'),
            gateVerdict: text('Verdict'),
          },
        },
      },
    },
  },
};

/** An entity that sent nothing but one report. */
export function noScans(): TestFacts {
  return {
    coverage: each(CONTROL_TYPES, () => ({ state: 'missing' })),
    open: each(CONTROL_TYPES, () => each(SEVERITIES, () => 0)),
    overdue: each(CONTROL_TYPES, () => each(SEVERITIES, () => 0)),
    sbom: { state: 'missing' },
    waivers: { checks: {}, active: 0, mostRenewals: 0 },
    remediation: { closed: 0, closedInTime: 0 },
  };
}

export function active(
  tool: string,
  lastCompleteAt = '2026-11-20T08:00:00.000Z',
  staleAt = '2026-12-04T08:00:00.000Z',
): Record<string, string> {
  return { state: 'active', tool, lastCompleteAt, staleAt };
}

/** An entity that is scanned by everything that Essentials asks for. */
export function allScans(): TestFacts {
  const facts = noScans();
  facts.coverage.sast = active('CodeQL');
  facts.coverage.sca = active('Trivy');
  facts.coverage.secret = active('secretlint');
  return facts;
}
