import { ParsedRun } from '../../types';
import { GroupedFindings } from '../../shared/grouping';

export const GITLEAKS = 'Gitleaks';

/**
 * The run of a Gitleaks report. A report without findings is `[]` or null and
 * names nothing, so a category would keep it from resolving anything.
 */
export function toGitleaksRun(
  groups: GroupedFindings,
  raw: number,
  key: string,
): ParsedRun {
  return {
    tool: { name: GITLEAKS },
    evidence: 'scan',
    controlTypes: ['secret'],
    findings: groups.findings,
    counts: { raw, leftOut: {} },
    aggregatedBy: groups.mergedBy(key),
  };
}
