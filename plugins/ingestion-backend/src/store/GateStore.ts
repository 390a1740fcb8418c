import {
  ControlType,
  FindingStatus,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { isPostgres } from './engine';
import { FindingRow } from './findingRow';
import { readable } from './readable';
import { statusOnRefSql } from './statusOnRefSql';

/** Which findings of an entity the gate looks at. */
export type GateSelection =
  /** Present in scopes, and in none of the others. */
  | { kind: 'only-in'; entityRef: string; scopes: number[]; others: number[] }
  /** Past their due date and open on the default ref. */
  | { kind: 'overdue'; entityRef: string; now: number }
  /** Past their due date and present in scopes of another ref. */
  | { kind: 'overdue-in'; entityRef: string; scopes: number[]; now: number };

export interface GateCountRow {
  type: ControlType;
  severity: Severity;
  /** Whether they are known to be exploited. */
  kev: boolean;
  status: FindingStatus;
  count: number;
}

/** A report that is not processed yet. */
export interface PendingReport {
  reportId: string;
  ref?: string;
}

/** What a selection holds. */
export interface GateJudgement {
  counts: GateCountRow[];
  open: FindingRow[];
  accepted: FindingRow[];
}

interface JudgedRow {
  type: ControlType;
  severity: number;
  kev: number;
  gate_status: FindingStatus;
  count: number | string;
  /** Null in rows that count. */
  id: string | null;
}

const NAMED_STATUSES = ['open', 'risk_accepted'] as const;

const MOST_PENDING = 100;

/** Whether a finding is known to be exploited, as a number. */
const KEV_SQL = 'CASE WHEN rule_intelligence.kev = 1 THEN 1 ELSE 0 END';

/** Findings as the gate compares them; each reads only what scopes point to. */
export class GateStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * All of a selection counted, and the worst by name, first those that are
   * known to be exploited. What is selected is read once for both.
   */
  async judge(
    selection: GateSelection,
    options: { types?: ControlType[]; limit: number },
  ): Promise<GateJudgement> {
    const database = this.#database;
    const found = this.#selected(selection)
      .leftJoin(
        'rule_intelligence',
        'rule_intelligence.rule_key',
        'findings.rule_key',
      )
      .select(
        'findings.id',
        'findings.type',
        'findings.severity',
        'findings.due_at',
        database.raw(
          `${KEV_SQL} AS kev, ${statusOnRefSql(database)} AS gate_status`,
        ),
      );
    const groups = ['type', 'severity', 'kev', 'gate_status'] as const;
    const worst = NAMED_STATUSES.map(status => {
      const named = database('found')
        .select(...groups, database.raw('1 AS count'), 'id')
        .where('gate_status', status)
        .orderByRaw('kev DESC, severity, due_at, id')
        .limit(options.limit);
      if (options.types) {
        named.whereIn('type', options.types);
      }
      return database.select('*').from(named.as(status));
    });
    const counted = database('found')
      .select(...groups)
      .count({ count: '*' })
      .select(database.raw('NULL AS id'))
      .groupBy(...groups);
    const rows: JudgedRow[] = await database
      .withMaterialized('found', found)
      .select('*')
      .from(counted.as('counted'))
      .unionAll(worst);
    const idsOf = (status: FindingStatus) =>
      rows
        .filter(row => row.id !== null && row.gate_status === status)
        .map(row => row.id!);
    return {
      counts: rows.filter(({ id }) => id === null).map(toCount),
      open: await this.#listNamed(idsOf('open')),
      accepted: await this.#listNamed(idsOf('risk_accepted')),
    };
  }

  async #listNamed(ids: string[]): Promise<FindingRow[]> {
    return ids.length === 0
      ? []
      : readable(this.#database('findings'))
          .whereIn('findings.id', ids)
          .orderByRaw(
            `${KEV_SQL} DESC, findings.severity, findings.due_at, findings.id`,
          );
  }

  async listPending(entityRef: string): Promise<PendingReport[]> {
    const rows = await this.#database('report_queue')
      .join('reports', 'reports.id', 'report_queue.report_id')
      .where('report_queue.entity_ref', entityRef)
      .orderBy('report_queue.id')
      .limit(MOST_PENDING)
      .select('reports.id', 'reports.ref');
    return rows.map(row => ({ reportId: row.id, ref: row.ref ?? undefined }));
  }

  #selected(selection: GateSelection): Knex.QueryBuilder {
    switch (selection.kind) {
      case 'only-in':
        return selection.others.length === 0
          ? this.#joined(
              selection.entityRef,
              this.#presentIn(selection.scopes).distinct(),
            )
          : this.#named(
              selection.entityRef,
              this.#presentOnlyIn(selection.scopes, selection.others),
            );
      case 'overdue':
        return this.#database('findings')
          .where('findings.entity_ref', selection.entityRef)
          .where('findings.status', 'open')
          .where('findings.due_at', '<=', selection.now);
      default:
        return this.#joined(
          selection.entityRef,
          this.#presentIn(selection.scopes).distinct(),
        ).where('findings.due_at', '<=', selection.now);
    }
  }

  /**
   * For few ids: the findings are looked up one by one. Joined, PostgreSQL
   * would read all findings of the entity to find the few that differ.
   */
  #named(entityRef: string, ids: Knex.QueryBuilder): Knex.QueryBuilder {
    const query = this.#database('findings').where(
      'findings.entity_ref',
      entityRef,
    );
    return isPostgres(this.#database)
      ? query.whereRaw('findings.id = ANY(ARRAY?)', [ids])
      : query.whereIn('findings.id', ids);
  }

  /**
   * For many ids: the findings of the entity are read as they lie. The ids are
   * found first and on their own, else PostgreSQL may look up the presences of
   * each finding instead.
   */
  #joined(entityRef: string, ids: Knex.QueryBuilder): Knex.QueryBuilder {
    return this.#database
      .withMaterialized('ids', ids)
      .from('ids')
      .join('findings', 'findings.id', 'ids.finding_id')
      .where('findings.entity_ref', entityRef);
  }

  #presentIn(scopes: number[]): Knex.QueryBuilder {
    return this.#database('presences as seen')
      .whereIn('seen.scope_id', scopes)
      .where('seen.present', true)
      .select('seen.finding_id');
  }

  #presentOnlyIn(scopes: number[], others: number[]): Knex.QueryBuilder {
    return this.#presentIn(scopes).whereNotExists(
      this.#database('presences as other')
        .select(this.#database.raw('1'))
        .whereRaw('other.finding_id = seen.finding_id')
        .whereIn('other.scope_id', others)
        .where('other.present', true),
    );
  }
}

function toCount(row: JudgedRow): GateCountRow {
  return {
    type: row.type,
    severity: SEVERITIES[row.severity],
    kev: row.kev === 1,
    status: row.gate_status,
    count: Number(row.count),
  };
}
