import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import type { StoredCoverage } from '../store/CoverageStore';
import type { StoredScope } from '../store/ScopeStore';

/** A scan that failed, as far as it says something about controls. */
export interface ScanFailure {
  controlTypes: ControlType[];
  tool?: string;
  reportId: string;
  at: number;
}

/** What is known of a scan that can't say itself what it was for. */
export interface ScanHint {
  tool?: string;
  category?: string;
  environment?: string;
}

/**
 * The controls that a failed scan was for, by the scans of the entity that did
 * not fail. Where they do not agree, nothing is known, and the failure counts
 * for none of them.
 */
export function controlsOf(
  hint: ScanHint,
  scopes: StoredScope[],
): ControlType[] {
  if (hint.tool === undefined && hint.category === undefined) {
    return [];
  }
  const tool = hint.tool?.toLocaleLowerCase('en-US');
  const candidates = scopes.filter(
    scope =>
      scope.counted &&
      scope.controlTypes.length > 0 &&
      (tool === undefined || scope.tool.toLocaleLowerCase('en-US') === tool) &&
      (hint.category === undefined || scope.category === hint.category) &&
      (hint.environment === undefined ||
        scope.environment === hint.environment),
  );
  const answers = new Set(
    candidates.map(({ controlTypes }) => [...controlTypes].sort().join()),
  );
  return answers.size === 1 ? candidates[0].controlTypes : [];
}

/** What a failed scan makes of the coverage of its entity: rows that change. */
export function recordFailure(
  known: StoredCoverage[],
  failure: ScanFailure,
): StoredCoverage[] {
  const byType = new Map(known.map(row => [row.controlType, row]));
  return failure.controlTypes.flatMap(controlType => {
    const row = byType.get(controlType);
    // What failed before the last complete scan is mended.
    if (row?.lastCompleteAt !== undefined && failure.at < row.lastCompleteAt) {
      return [];
    }
    return [
      {
        tool: failure.tool,
        reportId: failure.reportId,
        ...row,
        controlType,
        lastReportAt: Math.max(row?.lastReportAt ?? 0, failure.at),
        failures: (row?.failures ?? 0) + 1,
        lastFailureAt: Math.max(row?.lastFailureAt ?? 0, failure.at),
      },
    ];
  });
}
