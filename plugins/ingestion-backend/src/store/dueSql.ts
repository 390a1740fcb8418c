import { DueTable, NEVER } from '../sla';

/** 10 to 100: what ranks take for the EPSS of a finding without one. */
export const UNKNOWN_LIKELIHOOD = 19;

/** Ranks below are of exploited vulnerabilities. */
const KEV_STEP = 16_000;
/** Within these, ranks below are of overdue findings. */
const OVERDUE_STEP = 8_000;
/** Of severity × tier × likelihood; all together fit a smallint. */
const MOST_WEIGHT = 7_900;

/** Joins what is known of the vulnerability of a rule, as `ri`. */
export function riskJoin(ruleKey: string): string {
  return `LEFT JOIN rule_intelligence ri ON ri.rule_key = ${ruleKey}`;
}

/** How a statement computes due dates and ranks. */
export interface DueContext {
  table: DueTable;
  now: number;
  /** Whether {@link riskJoin} is part of the statement. */
  withRisk: boolean;
}

/** Due date, as SQL over expressions of severity and first seen. */
export function dueSql(
  severity: string,
  firstSeen: string,
  { table, withRisk }: Pick<DueContext, 'table' | 'withRisk'>,
): string {
  const plain = choose(severity, firstSeen, table.plain);
  if (!withRisk) {
    return plain;
  }
  const code = `(COALESCE(ri.kev, 2) * 45 + COALESCE(ri.automatable, 2) * 15 + COALESCE(ri.total_impact, 2) * 5 + ${severity})`;
  return `CASE WHEN ri.rule_key IS NULL THEN ${plain} ELSE ${choose(code, firstSeen, table.known)} END`;
}

function choose(
  index: string,
  firstSeen: string,
  offsets: (number | null)[],
): string {
  const cases = [...Map.groupBy(offsets.keys(), key => offsets[key])].flatMap(
    ([offset, keys]) =>
      offset === null
        ? []
        : [
            `WHEN ${index} IN (${keys.join(', ')}) THEN ${firstSeen} + CAST(${offset} AS bigint)`,
          ],
  );
  return cases.length > 0
    ? `CASE ${cases.join(' ')} ELSE ${NEVER} END`
    : `${NEVER}`;
}

/**
 * The rank of the suggested order, lowest first: exploited, then overdue, then
 * the likelihood of exploitation × severity × tier.
 */
export function rankSql(
  severity: string,
  due: string,
  { now, table, withRisk }: DueContext,
): string {
  const weights = table.weights.map(
    (weight, index) => `WHEN ${index} THEN ${weight}`,
  );
  const weight = `CASE ${severity} ${weights.join(' ')} ELSE 0 END`;
  const likelihood = withRisk
    ? `COALESCE(ri.likelihood, ${UNKNOWN_LIKELIHOOD})`
    : `${UNKNOWN_LIKELIHOOD}`;
  const exploited = withRisk
    ? `CASE WHEN ri.kev = 1 THEN 0 ELSE ${KEV_STEP} END`
    : `${KEV_STEP}`;
  return `${exploited} + CASE WHEN ${due} <= ${now} THEN 0 ELSE ${OVERDUE_STEP} END
    + ${MOST_WEIGHT} - (${weight}) * ${likelihood}`;
}

/** Whether a stored rank says that a finding is not overdue. */
export const RANKED_IN_TIME_SQL = `("rank" % ${KEV_STEP}) >= ${OVERDUE_STEP}`;

/** The rank of the same finding when it is overdue. */
export const RANK_WHEN_OVERDUE_SQL = `"rank" - ${OVERDUE_STEP}`;

/** Whether two ranks differ in more than in time having passed. */
export function ranksDifferSql(one: string, other: string): string {
  return `(${one} % ${OVERDUE_STEP} <> ${other} % ${OVERDUE_STEP}
    OR ${one} / ${KEV_STEP} <> ${other} / ${KEV_STEP})`;
}
