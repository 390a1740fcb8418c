import { Knex } from 'knex';
import { RULE_LAYOUT, Rows } from '../rows';
import { UNKNOWN_LIKELIHOOD } from './dueSql';
import { rowsTable } from './engine';
import { Generations } from './ThreatFileStore';

const VALUES = [
  'epss',
  'epss_percentile',
  'likelihood',
  'kev',
  'kev_since',
  'ransomware',
  'exploitation',
  'automatable',
  'total_impact',
];

/** Due dates and ranks come from these. */
const DECISIVE = ['likelihood', 'kev', 'automatable', 'total_impact'];

/**
 * What the files say about the advisories of a rule, of which there may be
 * several: the highest EPSS with its own percentile, exploited if any is, since
 * the earliest day, and the worst of each SSVC decision point.
 */
export class RuleIntelligenceStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** For rules that a report brings; the files are locked. */
  async insert(
    tx: Knex.Transaction,
    rows: Rows,
    generations: Generations,
  ): Promise<void> {
    const table = rowsTable(tx, RULE_LAYOUT, rows, ['key']);
    await tx.raw(
      `WITH wanted AS (SELECT r.key FROM ${table.sql})
       INSERT INTO rule_intelligence (rule_key, ${VALUES.join(', ')})
       ${valuesSql(generations, 'IN (SELECT key FROM wanted)')}
       ON CONFLICT (rule_key) DO NOTHING`,
      table.bindings,
    );
  }

  /**
   * Brings all rules up to date with the files, which are locked, and marks
   * those whose findings have to follow. Answers how many rules changed.
   */
  async refresh(
    tx: Knex.Transaction,
    generations: Generations,
    pending: number,
  ): Promise<number> {
    const differ = (names: string[]) =>
      names
        .map(
          name => `rule_intelligence.${name} IS DISTINCT FROM excluded.${name}`,
        )
        .join(' OR ');
    const result = await tx.raw(
      `INSERT INTO rule_intelligence (rule_key, ${VALUES.join(', ')}, pending)
       SELECT v.*, ${pending} FROM (${valuesSql(generations)}) v WHERE true
       ON CONFLICT (rule_key) DO UPDATE SET
         ${VALUES.map(name => `${name} = excluded.${name}`).join(', ')},
         pending = CASE WHEN ${differ(DECISIVE)} THEN excluded.pending
           ELSE rule_intelligence.pending END
       WHERE ${differ(VALUES)}`,
    );
    return result.rowCount ?? result.changes ?? 0;
  }

  /** The newest change that findings have not followed. */
  async newestPending(): Promise<number | undefined> {
    const [{ newest }] = await this.#database('rule_intelligence')
      .whereNotNull('pending')
      .max({ newest: 'pending' });
    return newest ?? undefined;
  }

  /** Entities with findings of rules that changed, in order. */
  async listPendingEntities(after: string, limit: number): Promise<string[]> {
    return this.#database('rule_intelligence')
      .join('findings', 'findings.rule_key', 'rule_intelligence.rule_key')
      .whereNotNull('rule_intelligence.pending')
      .where('findings.entity_ref', '>', after)
      .distinct('findings.entity_ref')
      .orderBy('findings.entity_ref')
      .limit(limit)
      .pluck('findings.entity_ref');
  }

  /** The findings have followed all changes up to this one. */
  async settle(pending: number): Promise<void> {
    await this.#database('rule_intelligence')
      .where('pending', '<=', pending)
      .update({ pending: null });
  }
}

/**
 * A row a rule that is about an advisory, or that a file knows by its id. The
 * generations are numbers of our own.
 */
function valuesSql(generations: Generations, keys?: string): string {
  const named = (table: string, generation: number | undefined) =>
    `FROM rule_tokens t JOIN ${table} f
       ON f.generation = ${generation ?? -1} AND f.cve = t.token
     ${keys ? `WHERE t.rule_key ${keys}` : ''}`;
  const notListed =
    generations.kev === undefined ? 'CAST(NULL AS smallint)' : '0';
  return `SELECT rules.key AS rule_key, e.epss, e.percentile AS epss_percentile,
      COALESCE(e.likelihood, ${UNKNOWN_LIKELIHOOD}) AS likelihood,
      CASE WHEN k.rule_key IS NOT NULL THEN 1 ELSE ${notListed} END AS kev,
      k.since AS kev_since, k.ransomware,
      s.exploitation, s.automatable, s.total_impact
    FROM rules
    LEFT JOIN (
      SELECT t.rule_key, f.epss, f.percentile, f.likelihood, ROW_NUMBER() OVER (
        PARTITION BY t.rule_key ORDER BY f.epss DESC, f.percentile DESC) AS place
      ${named('cve_epss', generations.epss)}
    ) e ON e.rule_key = rules.key AND e.place = 1
    LEFT JOIN (
      SELECT t.rule_key, MIN(f.added_at) AS since,
        MAX(CASE WHEN f.ransomware THEN 1 ELSE 0 END) AS ransomware
      ${named('cve_kev', generations.kev)} GROUP BY t.rule_key
    ) k ON k.rule_key = rules.key
    LEFT JOIN (
      SELECT t.rule_key, MAX(f.exploitation) AS exploitation,
        MAX(f.automatable) AS automatable, MAX(f.total_impact) AS total_impact
      ${named('cve_ssvc', generations.ssvc)} GROUP BY t.rule_key
    ) s ON s.rule_key = rules.key
    LEFT JOIN rule_intelligence known ON known.rule_key = rules.key
    WHERE (rules.advisory_ids <> '[]' OR e.rule_key IS NOT NULL
        OR k.rule_key IS NOT NULL OR s.rule_key IS NOT NULL
        OR known.rule_key IS NOT NULL)
      ${keys ? `AND rules.key ${keys}` : ''}`;
}
