import {
  FindingWaiverTarget,
  RuleWaiverTarget,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { isAboutAdvisory, MatchedFinding } from '../waivers';
import { toBoolean, toOptionalNumber } from './engine';

const ENTITIES_A_STATEMENT = 500;

interface MatchedRow {
  id: string;
  entity_ref: string;
  severity: number;
  kev: number | null;
  status: MatchedFinding['status'];
  waiver_id: string | null;
  waived_until: number | string | null;
}

/** What was approved of a finding that a waiver names. */
interface ApprovedFinding {
  waiverId: string;
  findingId: string;
  severity: number;
  kev: boolean;
}

/**
 * Which findings a waiver is for. Previews, approvals and effects all ask
 * here, so that they never differ.
 */
export class WaiverMatchStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Findings of these entities that are open, accepted or on other refs only,
   * and those that a waiver was noted with.
   */
  async list(
    target: WaiverTarget,
    entityRefs: string[],
    database: Knex = this.#database,
  ): Promise<MatchedFinding[]> {
    const found: MatchedFinding[] = [];
    const narrow = await narrowing(database, target);
    if (!narrow) {
      return found;
    }
    for (
      let start = 0;
      start < entityRefs.length;
      start += ENTITIES_A_STATEMENT
    ) {
      const query = database('findings')
        .whereIn(
          'findings.entity_ref',
          entityRefs.slice(start, start + ENTITIES_A_STATEMENT),
        )
        .where(either =>
          either
            .whereIn('findings.status', ['open', 'risk_accepted', 'unlisted'])
            .orWhereNotNull('findings.waiver_id'),
        );
      narrow(query);
      found.push(...(await select(query)));
    }
    return found;
  }

  /** Findings of an entity that a waiver is noted with. */
  async listHeld(database: Knex, entityRef: string): Promise<MatchedFinding[]> {
    return select(
      database('findings')
        .where('findings.entity_ref', entityRef)
        .whereNotNull('findings.waiver_id'),
    );
  }

  /** What was approved of each finding that waivers name. */
  async listApproved(
    database: Knex,
    waiverIds: string[],
  ): Promise<ApprovedFinding[]> {
    const rows = await database('waiver_findings')
      .whereIn('waiver_id', waiverIds)
      .select('waiver_id', 'finding_id', 'severity', 'kev');
    return rows.map(row => ({
      waiverId: row.waiver_id,
      findingId: row.finding_id,
      severity: row.severity,
      kev: toBoolean(row.kev),
    }));
  }
}

async function select(query: Knex.QueryBuilder): Promise<MatchedFinding[]> {
  const rows: MatchedRow[] = await query
    .leftJoin(
      'rule_intelligence',
      'rule_intelligence.rule_key',
      'findings.rule_key',
    )
    .orderBy(['findings.severity', 'findings.due_at', 'findings.id'])
    .select(
      'findings.id',
      'findings.entity_ref',
      'findings.severity',
      'rule_intelligence.kev',
      'findings.status',
      'findings.waiver_id',
      'findings.waived_until',
    );
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    severity: row.severity,
    kev: row.kev === 1,
    status: row.status,
    waiverId: row.waiver_id ?? undefined,
    waivedUntil: toOptionalNumber(row.waived_until),
  }));
}

type Narrow = (query: Knex.QueryBuilder) => void;

/** Undefined when nothing can match. */
async function narrowing(
  database: Knex,
  target: WaiverTarget,
): Promise<Narrow | undefined> {
  switch (target.kind) {
    case 'finding':
      return byName(target);
    case 'rule':
      return target.package === undefined
        ? byRule(target)
        : byPackage(database, target, target.package);
    case 'advisory': {
      const keys = await ruleKeys(database, target.advisoryId);
      return keys.length > 0
        ? query => query.whereIn('findings.rule_key', keys)
        : undefined;
    }
    default:
      return undefined;
  }
}

function byName({ findingIds }: FindingWaiverTarget): Narrow {
  return query => query.whereIn('findings.id', findingIds);
}

/** A rule means something only within its tool, and only about code. */
function byRule({ ruleId = '', tool = '' }: RuleWaiverTarget): Narrow {
  return query =>
    query
      .join('rules', 'rules.key', 'findings.rule_key')
      .join('scopes', 'scopes.id', 'findings.lead_scope_id')
      .whereNull('findings.component_name')
      .where('rules.rule_id', ruleId)
      .whereRaw('LOWER(scopes.tool) = ?', [tool.toLocaleLowerCase('en-US')]);
}

/** In any version: what follows its name begins a version or qualifiers. */
async function byPackage(
  database: Knex,
  { ruleId }: RuleWaiverTarget,
  name: string,
): Promise<Narrow | undefined> {
  const keys = ruleId && (await ruleKeys(database, ruleId));
  if (keys && keys.length === 0) {
    return undefined;
  }
  const wanted = name.toLocaleLowerCase('en-US');
  const { length } = Array.from(wanted);
  return query => {
    query.where(either =>
      either
        .where(noPurl =>
          noPurl
            .whereNull('findings.purl')
            .whereRaw('LOWER(findings.component_name) = ?', [wanted]),
        )
        .orWhereRaw(
          `(SUBSTR(LOWER(findings.purl), 1, ${length}) = ?
            AND SUBSTR(findings.purl, ${length + 1}, 1) IN ('', '@', ?, '#'))`,
          [wanted, '?'],
        ),
    );
    if (keys) {
      query.whereIn('findings.rule_key', keys);
    }
  };
}

async function ruleKeys(database: Knex, id: string): Promise<string[]> {
  const rows: { key: string; rule_id: string; advisory_ids: string }[] =
    await database('rule_tokens')
      .join('rules', 'rules.key', 'rule_tokens.rule_key')
      .where('rule_tokens.token', id.toLocaleLowerCase('en-US'))
      .select('rules.key', 'rules.rule_id', 'rules.advisory_ids');
  return rows
    .filter(row =>
      isAboutAdvisory(
        { ruleId: row.rule_id, advisoryIds: JSON.parse(row.advisory_ids) },
        id,
      ),
    )
    .map(({ key }) => key);
}
