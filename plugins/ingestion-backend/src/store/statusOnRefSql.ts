import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { isPostgres } from './engine';

/** 0 is critical: from this severity on one person, or the source, may dismiss alone. */
const WORST_DISMISSED_ALONE = SEVERITIES.indexOf('medium');

/** Whether a finding became worse than what a person dismissed, to high or critical. */
export const WORSE_THAN_DISMISSED_SQL = `findings.verdict = 'dismissed'
  AND findings.severity < ${WORST_DISMISSED_ALONE}
  AND findings.severity < findings.verdict_severity`;

/** What the source says of a finding by itself: a suppression there dismisses below high. */
export function statusBySourceSql(database: Knex): string {
  const suppression = isPostgres(database)
    ? 'findings.suppression::json'
    : 'findings.suppression';
  return `CASE WHEN findings.severity >= ${WORST_DISMISSED_ALONE}
    AND ${suppression} ->> 'status' = 'accepted' THEN 'dismissed' ELSE 'open' END`;
}

/**
 * The status of a finding on a ref where it is seen. A decision about it holds
 * everywhere. One that the default ref does not have stands as it would come
 * back there: by what a person decided, unless it became worse, by VEX
 * statements, by the waiver that it is noted with, and else by its source.
 */
export function statusOnRefSql(database: Knex): string {
  return `CASE WHEN findings.status NOT IN ('resolved', 'unlisted') THEN findings.status
    WHEN findings.verdict = 'dismissed' AND NOT (${WORSE_THAN_DISMISSED_SQL}) THEN 'dismissed'
    WHEN findings.statement_verdict = 'dismissed' AND COALESCE(findings.verdict, '') <> 'open' THEN 'dismissed'
    WHEN findings.waiver_id IS NOT NULL THEN 'risk_accepted'
    WHEN findings.verdict IS NULL THEN ${statusBySourceSql(database)}
    ELSE 'open' END`;
}
