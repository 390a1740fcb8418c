import {
  CONTROL_TYPES,
  ControlType,
  Coverage,
  IngestionFacts,
  NOT_APPLICABLE_BECAUSE,
  Severity,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import type { StoredCoverage } from '../store/CoverageStore';
import { SbomEvidence, toSbomFact } from './sbom';
import type {
  AcceptedCount,
  ClosedCount,
  OpenCount,
} from '../store/FindingCountStore';
import { EntityWaivers } from '../waivers';
import { Expectation, Expectations } from './expectations';
import { stateOf } from './stateOf';

/** Facts, and until when they hold if nothing arrives. */
export interface TimedFacts {
  facts: IngestionFacts;
  validUntil?: number;
}

function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** What is known of one control. */
export function toControlCoverage(
  controlType: ControlType,
  row: Omit<StoredCoverage, 'controlType'> | undefined,
  expectation: Expectation,
  asOf: number,
): Coverage {
  const evidence = toEvidenceState(row, expectation, asOf);
  return {
    controlType,
    ...evidence,
    ...(evidence.state === 'not_applicable' && {
      reason: NOT_APPLICABLE_BECAUSE[controlType],
    }),
  };
}

/** What is known of a control, or of a list of components. */
export function toEvidenceState(
  row: Omit<StoredCoverage, 'controlType'> | undefined,
  expectation: Expectation,
  asOf: number,
): Omit<Coverage, 'controlType'> {
  return {
    state: stateOf(row, expectation, asOf),
    tool: row?.tool,
    lastReportAt: isoOf(row?.lastReportAt),
    lastCompleteAt: isoOf(row?.lastCompleteAt),
    commit: row?.commit,
    reportId: row?.reportId,
    staleAt: isoOf(row?.staleAt),
    ...(row &&
      row.failures > 0 && {
        failures: row.failures,
        lastFailureAt: isoOf(row.lastFailureAt),
      }),
  };
}

/**
 * State of every control, also of those that never reported. Without
 * expectations the catalog has not said anything yet, and all are expected.
 */
export function toCoverage(
  stored: StoredCoverage[],
  expectations: Partial<Expectations>,
  asOf: number,
): Coverage[] {
  const byType = new Map(stored.map(row => [row.controlType, row]));
  return CONTROL_TYPES.map(controlType =>
    toControlCoverage(
      controlType,
      byType.get(controlType),
      expectations[controlType] ?? 'expected',
      asOf,
    ),
  );
}

function perSeverity(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}

function perType<T>(make: (type: ControlType) => T): Record<ControlType, T> {
  return {
    sast: make('sast'),
    sca: make('sca'),
    secret: make('secret'),
    dast: make('dast'),
    container: make('container'),
    iac: make('iac'),
  };
}

/** What is stored of an entity, as far as its facts say it. */
export interface FactSources {
  coverage: StoredCoverage[];
  open: OpenCount[];
  accepted: AcceptedCount[];
  closed: ClosedCount;
  waivers: EntityWaivers;
  sbom?: SbomEvidence;
  /** What the catalog says about its controls. */
  expectations?: Partial<Expectations>;
}

function countsOf(counts: OpenCount[]) {
  const all = perType(perSeverity);
  const overdue = perType(perSeverity);
  for (const count of counts) {
    const severity = SEVERITIES[count.severity];
    all[count.type][severity] = count.open;
    overdue[count.type][severity] = count.overdue;
  }
  return { all, overdue };
}

function sumOf(
  counts: OpenCount[],
  number: (count: OpenCount) => number | undefined,
): number {
  return counts.reduce((sum, count) => sum + (number(count) ?? 0), 0);
}

/** When time alone changes the facts. */
function changesOf(sources: FactSources, asOf: number): number[] {
  const { accepted, closed, coverage, open, sbom, waivers } = sources;
  return [
    ...[...open, ...accepted].map(({ nextDueAt }) => nextDueAt),
    ...coverage.map(({ staleAt }) => staleAt),
    ...accepted.map(({ acceptedUntil }) => acceptedUntil),
    ...Object.values(waivers.checks),
    closed.leavesAt,
    sbom?.staleAt,
  ].filter(at => at !== undefined && at > asOf) as number[];
}

/** What ingestion knows of an entity, as of a time. */
export function toFacts(sources: FactSources, asOf: number): TimedFacts {
  const states = new Map(
    toCoverage(sources.coverage, sources.expectations ?? {}, asOf).map(row => [
      row.controlType,
      row,
    ]),
  );
  const open = countsOf(sources.open);
  const accepted = countsOf(sources.accepted);
  const changes = changesOf(sources, asOf);
  return {
    facts: {
      sbom: toSbomFact(sources.sbom, asOf),
      coverage: perType(type => {
        const row = states.get(type);
        return {
          state: row?.state ?? 'missing',
          ...(row?.tool && { tool: row.tool }),
          ...(row?.lastCompleteAt && { lastCompleteAt: row.lastCompleteAt }),
          ...(row?.staleAt && { staleAt: row.staleAt }),
          ...(row?.commit && { commit: row.commit }),
          ...(row?.reportId && { reportId: row.reportId }),
          ...(row?.failures && { failures: row.failures }),
        };
      }),
      open: open.all,
      overdue: open.overdue,
      adjusted: {
        raised: sumOf(sources.open, ({ raised }) => raised),
        lowered: sumOf(sources.open, ({ lowered }) => lowered),
      },
      accepted: accepted.all,
      acceptedOverdue: accepted.overdue,
      waivers: sources.waivers,
      remediation: {
        closed: sources.closed.closed,
        closedInTime: sources.closed.closedInTime,
      },
    },
    validUntil: changes.length > 0 ? Math.min(...changes) : undefined,
  };
}
