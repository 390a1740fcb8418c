import {
  CONTROL_TYPES,
  ControlType,
  IngestionFacts,
  REMEDIATION_WINDOW_DAYS,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DemoRelease } from '../releases/types';
import { toDeployment, toPipelineRun } from '../releases/toDeliveries';
import { DemoInventory } from '../reports/inventories/planInventories';
import { daysToFix } from '../reports/plan/sla';
import { DemoFinding, DemoScope, endOf } from '../reports/types';
import { daysBefore } from '../time';

/** For how many days a scan counts, as ingestion has it by default. */
const CADENCE: Record<ControlType, number> = {
  sast: 14,
  sca: 7,
  secret: 7,
  dast: 30,
  container: 7,
  iac: 14,
};
const SBOM_DAYS = 30;

/** What is planned of one component. */
export interface Planned {
  scopes: DemoScope[];
  inventory?: DemoInventory;
  /** The last one. */
  release?: DemoRelease;
}

type Counts = Record<ControlType, Record<Severity, number>>;

function noCounts(): Counts {
  const none = () => ({ critical: 0, high: 0, medium: 0, low: 0, info: 0 });
  return Object.fromEntries(
    CONTROL_TYPES.map(type => [type, none()]),
  ) as Counts;
}

function evidenceOf(ago: number, days: number, now: Date) {
  return {
    state: ago < days ? ('active' as const) : ('stale' as const),
    tool: 'scanner',
    lastCompleteAt: daysBefore(now, ago).toISOString(),
    staleAt: daysBefore(now, ago - days).toISOString(),
  };
}

function coverageOf(scopes: DemoScope[], now: Date) {
  return Object.fromEntries(
    CONTROL_TYPES.map(type => {
      const complete = scopes
        .filter(({ controlType }) => controlType === type)
        .flatMap(({ partial, scans }) =>
          scans.filter((_, index) => !partial.has(index)),
        );
      return [
        type,
        complete.length > 0
          ? evidenceOf(Math.min(...complete), CADENCE[type], now)
          : { state: 'missing' as const },
      ];
    }),
  ) as IngestionFacts['coverage'];
}

/** Whether a finding is late, when it is fixed in a scan or still open. */
function isLate(
  { component, scans }: DemoScope,
  { present, severity }: DemoFinding,
  fixedIn: number | undefined,
): boolean {
  const days = daysToFix(component, severity);
  const fixedAgo = fixedIn === undefined ? 0 : scans[fixedIn];
  return days !== undefined && scans[present[0][0]] - fixedAgo > days;
}

function countFindings(scopes: DemoScope[]) {
  const open = noCounts();
  const overdue = noCounts();
  const remediation = { closed: 0, closedInTime: 0 };
  for (const scope of scopes) {
    for (const finding of scope.findings) {
      const [, to] = finding.present.at(-1)!;
      const isOpen = to === endOf(scope);
      const late = isLate(scope, finding, isOpen ? undefined : to);
      if (isOpen) {
        open[scope.controlType][finding.severity] += 1;
        overdue[scope.controlType][finding.severity] += late ? 1 : 0;
      } else if (scope.scans[to] < REMEDIATION_WINDOW_DAYS) {
        remediation.closed += 1;
        remediation.closedInTime += late ? 0 : 1;
      }
    }
  }
  return { open, overdue, remediation };
}

function deliveryOf(
  release: DemoRelease | undefined,
  now: Date,
): IngestionFacts['delivery'] {
  if (!release) {
    return undefined;
  }
  const { gate, finishedAt: lastRunAt } = toPipelineRun(release, now);
  const { commit, finishedAt, outcome, version } = toDeployment(release, now);
  return {
    environments: {
      production: {
        lastDeploymentAt: finishedAt,
        lastOutcome: outcome,
        lastReleaseAt: finishedAt,
        commit,
        version,
        ...(gate && { gateVerdict: gate.verdict }),
      },
    },
    pipeline: {
      lastRunAt,
      gateEnforced: gate !== undefined,
      gateObeyed: gate?.obeyed ?? false,
      ...(gate && { gatePolicy: gate.policy, gateVerdict: gate.verdict }),
    },
  };
}

/** What ingestion says of a component once everything planned has arrived. */
export function toIngestionFacts(
  { inventory, release, scopes }: Planned,
  now: Date,
): IngestionFacts {
  const delivery = deliveryOf(release, now);
  return {
    coverage: coverageOf(scopes, now),
    sbom: inventory
      ? {
          ...evidenceOf(inventory.age, SBOM_DAYS, now),
          components: inventory.parts.length,
        }
      : { state: 'missing' },
    ...countFindings(scopes),
    adjusted: { raised: 0, lowered: 0 },
    accepted: noCounts(),
    acceptedOverdue: noCounts(),
    waivers: { checks: {}, active: 0, mostRenewals: 0 },
    ...(delivery && { delivery }),
  };
}

const text = { type: 'string' };
const number = { type: 'integer' };
const fields = (properties: object) => ({ type: 'object', properties });
const each = (names: readonly string[], schema: object) =>
  fields(Object.fromEntries(names.map(name => [name, schema])));
const counts = each(CONTROL_TYPES, each(SEVERITIES, number));
const evidence = fields({
  ...each(['state', 'tool', 'lastCompleteAt', 'staleAt'], text).properties,
  ...each(['commit', 'reportId'], text).properties,
  components: number,
});

/** JSON Schema of {@link toIngestionFacts}, as far as rules ask for types. */
export const INGESTION_SCHEMA = fields({
  coverage: each(CONTROL_TYPES, evidence),
  sbom: evidence,
  open: counts,
  overdue: counts,
  accepted: counts,
  acceptedOverdue: counts,
  waivers: fields({
    checks: { type: 'object', additionalProperties: number },
    active: number,
    mostRenewals: number,
  }),
  remediation: each(['closed', 'closedInTime'], number),
  delivery: fields({
    environments: {
      type: 'object',
      additionalProperties: each(
        ['lastReleaseAt', 'commit', 'version', 'gateVerdict'],
        text,
      ),
    },
    pipeline: fields({
      ...each(['lastRunAt', 'gatePolicy', 'gateVerdict'], text).properties,
      ...each(['gateEnforced', 'gateObeyed'], { type: 'boolean' }).properties,
    }),
  }),
});
