import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';

/** 0 is critical: from this severity on one person may judge alone. */
const WORST_JUDGED_ALONE = SEVERITIES.indexOf('medium');

/**
 * Whether an adjusted severity outlives what the scanner says now (`r`). One
 * that is milder ends when the scanner's became high or critical, and worse
 * than what people judged: that is not what they decided on.
 */
export const KEEPS_ADJUSTMENT_SQL = `(findings.severity_adjustment IS NOT NULL
  AND NOT (r.severity < findings.severity
    AND r.severity < ${WORST_JUDGED_ALONE}
    AND r.severity < findings.adjusted_from))`;

/** The severity that counts, of what a scanner says now. */
export function effectiveSeveritySql(source: string): string {
  return `(CASE WHEN ${KEEPS_ADJUSTMENT_SQL} THEN findings.severity ELSE ${source} END)`;
}
