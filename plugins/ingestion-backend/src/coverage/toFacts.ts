import {
  CONTROL_TYPES,
  ControlType,
  Coverage,
  CoverageState,
  IngestionFacts,
  Severity,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import type { StoredCoverage } from '../store/CoverageStore';
import { SbomEvidence, toSbomFact } from './sbom';
import type { OpenCount } from '../store/FindingCountStore';

/** Facts, and until when they hold if nothing arrives. */
export interface TimedFacts {
  facts: IngestionFacts;
  validUntil?: number;
}

function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function stateOf(row: StoredCoverage, asOf: number): CoverageState {
  if (row.lastCompleteAt === undefined || row.staleAt === undefined) {
    return 'missing';
  }
  return asOf < row.staleAt ? 'active' : 'stale';
}

/** State of every control, also of those that never reported. */
export function toCoverage(stored: StoredCoverage[], asOf: number): Coverage[] {
  const byType = new Map(stored.map(row => [row.controlType, row]));
  return CONTROL_TYPES.map(controlType => {
    const row = byType.get(controlType);
    if (!row) {
      return { controlType, state: 'missing' };
    }
    return {
      controlType,
      state: stateOf(row, asOf),
      tool: row.tool,
      lastReportAt: isoOf(row.lastReportAt),
      lastCompleteAt: isoOf(row.lastCompleteAt),
      commit: row.commit,
      reportId: row.reportId,
      staleAt: isoOf(row.staleAt),
    };
  });
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

/** What ingestion knows of an entity, as of a time. */
export function toFacts(
  stored: StoredCoverage[],
  counts: OpenCount[],
  asOf: number,
  sbom?: SbomEvidence,
): TimedFacts {
  const states = new Map(
    toCoverage(stored, asOf).map(row => [row.controlType, row]),
  );
  const open = perType(perSeverity);
  const overdue = perType(perSeverity);
  const changes: number[] = [];
  for (const count of counts) {
    const severity = SEVERITIES[count.severity];
    open[count.type][severity] = count.open;
    overdue[count.type][severity] = count.overdue;
    if (count.nextDueAt !== undefined) {
      changes.push(count.nextDueAt);
    }
  }
  for (const row of stored) {
    if (row.staleAt !== undefined && row.staleAt > asOf) {
      changes.push(row.staleAt);
    }
  }
  if (sbom && sbom.staleAt > asOf) {
    changes.push(sbom.staleAt);
  }
  return {
    facts: {
      sbom: toSbomFact(sbom, asOf),
      coverage: perType(type => {
        const row = states.get(type);
        return {
          state: row?.state ?? 'missing',
          ...(row?.tool && { tool: row.tool }),
          ...(row?.lastCompleteAt && { lastCompleteAt: row.lastCompleteAt }),
          ...(row?.staleAt && { staleAt: row.staleAt }),
          ...(row?.commit && { commit: row.commit }),
          ...(row?.reportId && { reportId: row.reportId }),
        };
      }),
      open,
      overdue,
    },
    validUntil: changes.length > 0 ? Math.min(...changes) : undefined,
  };
}
