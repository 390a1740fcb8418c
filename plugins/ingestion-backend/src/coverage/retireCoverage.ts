import { DAY_MS } from '../sla';
import type { StoredCoverage } from '../store/CoverageStore';
import type { StoredScope } from '../store/ScopeStore';
import { Cadence } from './cadence';

/**
 * What the end of a scan makes of the coverage of its entity: only rows that
 * change. Another scan of the same control stands in for it with its own date;
 * without one nobody looks any more, which is unknown and not covered.
 *
 * @param remaining - all other scopes of the entity
 */
export function retireCoverage(
  known: StoredCoverage[],
  retired: StoredScope,
  remaining: StoredScope[],
  cadence: Cadence,
): StoredCoverage[] {
  if (!retired.counted) {
    return [];
  }
  const live = remaining.filter(
    scope => scope.counted && scope.retired === undefined,
  );
  const isLastOfTool = !live.some(({ tool }) => tool === retired.tool);
  return known
    .filter(
      ({ controlType, tool }) =>
        retired.controlTypes.includes(controlType) ||
        (isLastOfTool && tool === retired.tool),
    )
    .map(row => {
      const stand = newestOf(row, live);
      return stand
        ? {
            ...row,
            tool: stand.tool,
            commit: stand.commit,
            reportId: stand.lastReportId,
            lastCompleteAt: stand.at,
            staleAt: stand.at + cadence[row.controlType] * DAY_MS,
          }
        : {
            ...row,
            lastCompleteAt: undefined,
            staleAt: undefined,
            failures: 0,
            lastFailureAt: undefined,
          };
    });
}

function newestOf(
  { controlType }: StoredCoverage,
  scopes: StoredScope[],
): (StoredScope & { at: number }) | undefined {
  return scopes
    .flatMap(scope =>
      scope.lastCompleteAt !== undefined &&
      scope.controlTypes.includes(controlType)
        ? [{ ...scope, at: scope.lastCompleteAt }]
        : [],
    )
    .sort((one, other) => other.at - one.at)
    .at(0);
}
