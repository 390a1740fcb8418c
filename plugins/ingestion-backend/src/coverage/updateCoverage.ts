import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS } from '../sla';
import type { StoredCoverage } from '../store/CoverageStore';
import { Cadence } from './cadence';

/** A scan as evidence that a control runs. */
export interface CoverageEvidence {
  controlTypes: ControlType[];
  tool: string;
  commit?: string;
  reportId: string;
  at: number;
  complete: boolean;
}

/** What a scan makes of the coverage of its entity: only rows that change. */
export function updateCoverage(
  known: StoredCoverage[],
  evidence: CoverageEvidence,
  cadence: Cadence,
): StoredCoverage[] {
  const byType = new Map(known.map(row => [row.controlType, row]));
  return evidence.controlTypes.map(controlType => {
    const row = byType.get(controlType);
    const lastReportAt = Math.max(row?.lastReportAt ?? 0, evidence.at);
    const newest =
      evidence.complete && evidence.at >= (row?.lastCompleteAt ?? 0);
    return newest
      ? {
          controlType,
          lastReportAt,
          tool: evidence.tool,
          commit: evidence.commit,
          reportId: evidence.reportId,
          lastCompleteAt: evidence.at,
          staleAt: evidence.at + cadence[controlType] * DAY_MS,
          lastFailureAt: row?.lastFailureAt,
          failures:
            evidence.at >= (row?.lastFailureAt ?? 0) ? 0 : (row?.failures ?? 0),
        }
      : {
          tool: evidence.tool,
          commit: evidence.commit,
          reportId: evidence.reportId,
          failures: 0,
          ...row,
          controlType,
          lastReportAt,
        };
  });
}
