import { Knex } from 'knex';

/** What is known of the vulnerability of a rule. */
const INTELLIGENCE_COLUMNS = [
  'rule_intelligence.epss',
  'rule_intelligence.epss_percentile',
  'rule_intelligence.kev',
  'rule_intelligence.kev_since',
  'rule_intelligence.automatable',
  'rule_intelligence.total_impact',
  'rule_intelligence.rule_key as vulnerability',
] as const;

/** Findings of a query as `FindingRow`s: with their rule and what is known of it. */
export function readable(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .join('rules', 'rules.key', 'findings.rule_key')
    .leftJoin(
      'rule_intelligence',
      'rule_intelligence.rule_key',
      'findings.rule_key',
    )
    .select('findings.*', 'rules.*', ...INTELLIGENCE_COLUMNS);
}
