import {
  ControlType,
  CoverageState,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { StoredWaiver } from '../waivers';
import { COVERAGE_STATE_SQL } from './CoverageMapStore';
import { isPostgres } from './engine';
import { toStoredWaiver, WaiverRow } from './waiverRow';
import { whereAmong } from './whereAmong';

const FINDING_COLUMNS = [
  'id',
  'entity_ref',
  'title',
  'type',
  'severity',
  'due_at',
  'first_seen_at',
] as const;

/** Of these entities, as of a time. */
export interface AttentionFilter {
  entityRefs: string[];
  now: number;
}

/** An open finding with what a line says of it. */
export interface AttentionFindingRow {
  id: string;
  entity_ref: string;
  title: string;
  type: ControlType;
  severity: number;
  due_at: number | string;
  first_seen_at: number | string;
  kev: number | null;
  /** How many there are, up to the most that are counted and one more. */
  total: number | string;
}

/** A component with the controls that say nothing now. */
export interface QuietComponent {
  entityRef: string;
  controls: { controlType: ControlType; state: CoverageState }[];
  staleAt?: number;
  total: number;
}

export interface FindingFigures {
  new: number;
  fixed: number;
  overdue: number;
  acceptedRisk: number;
}

/** What needs somebody, of many entities at once: one statement each. */
export class AttentionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Open findings by entity and severity; 0 is critical. */
  async countOpen(
    entityRefs: string[],
  ): Promise<{ entityRef: string; severity: number; open: number }[]> {
    const rows: {
      entity_ref: string;
      severity: number;
      open: number | string;
    }[] = await (this.#database('findings') as Knex.QueryBuilder)
      .where(each => whereAmong(each, this.#database, 'entity_ref', entityRefs))
      .andWhere('status', 'open')
      .groupBy('entity_ref', 'severity')
      .select('entity_ref', 'severity')
      .count({ open: '*' });
    return rows.map(row => ({
      entityRef: row.entity_ref,
      severity: row.severity,
      open: Number(row.open),
    }));
  }

  /** Open ones that nobody has looked at or that are due, by entity. */
  async countPressing({
    entityRefs,
    until,
  }: AttentionFilter & { until: number }): Promise<
    { entityRef: string; critical: number; due: number }[]
  > {
    const database = this.#database;
    const untouched = "findings.severity = 0 AND findings.triage = 'new'";
    const query = database('findings')
      .where('findings.status', 'open')
      .where(pressing =>
        pressing
          .whereRaw(`(${untouched})`)
          .orWhere('findings.due_at', '<=', until),
      )
      .groupBy('findings.entity_ref');
    whereAmong(query, database, 'findings.entity_ref', entityRefs);
    onlyPresent(query, database);
    const rows: {
      entity_ref: string;
      critical: number | string;
      total: number | string;
    }[] = await query.select(
      'findings.entity_ref',
      database.raw(`SUM(CASE WHEN ${untouched} THEN 1 ELSE 0 END) AS critical`),
      database.raw('COUNT(*) AS total'),
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      critical: Number(row.critical),
      due: Number(row.total) - Number(row.critical),
    }));
  }

  /** Critical ones on which nobody has decided anything. */
  listUntouched(
    filter: AttentionFilter,
    limits: { shown: number; counted: number },
  ): Promise<AttentionFindingRow[]> {
    return this.#listOpen(filter, limits, query =>
      query.where({ 'findings.severity': 0, 'findings.triage': 'new' }),
    );
  }

  /** Those that are due until a time, or were before. */
  listDue(
    filter: AttentionFilter & { until: number },
    limits: { shown: number; counted: number },
  ): Promise<AttentionFindingRow[]> {
    return this.#listOpen(filter, limits, query =>
      query.where('findings.due_at', '<=', filter.until),
    );
  }

  /** Waivers that wait for somebody's word, or that end until a time. */
  async listWaivers(
    filter: AttentionFilter & { until: number },
    limit: number,
  ): Promise<StoredWaiver[]> {
    const covers = this.#database('waiver_entities')
      .select(this.#database.raw('1'))
      .whereRaw('waiver_entities.waiver_id = waivers.id')
      .whereNot('waiver_entities.state', 'left');
    whereAmong(
      covers,
      this.#database,
      'waiver_entities.entity_ref',
      filter.entityRefs,
    );
    const rows: WaiverRow[] = await this.#database('waivers')
      .where(either =>
        either
          .where('waivers.status', 'requested')
          .orWhere(ends =>
            ends
              .whereIn('waivers.status', ['approved', 'active', 'expiring'])
              .where('waivers.expires_at', '<=', filter.until),
          ),
      )
      .where('waivers.expires_at', '>', filter.now)
      .whereExists(covers)
      .orderBy(['waivers.expires_at', 'waivers.id'])
      .limit(limit)
      .select('waivers.*');
    return rows.map(toStoredWaiver);
  }

  /** Failing ones first, then those that reported once. */
  async listQuiet(
    { entityRefs, now }: AttentionFilter,
    limit: number,
  ): Promise<QuietComponent[]> {
    const database = this.#database;
    const states = database('synchrony_entities as e')
      .join('coverage_expectations as x', 'x.entity_ref', 'e.entity_ref')
      .leftJoin('coverage as c', join =>
        join
          .on('c.entity_ref', 'x.entity_ref')
          .andOn('c.control_type', 'x.control_type'),
      )
      .where('e.kind', 'component')
      .select(
        'e.entity_ref',
        'x.control_type',
        'c.stale_at',
        database.raw(`${COVERAGE_STATE_SQL} AS state`, [now]),
      );
    whereAmong(states, database, 'e.entity_ref', entityRefs);
    const join = isPostgres(database) ? 'string_agg' : 'group_concat';
    const rows: {
      entity_ref: string;
      controls: string;
      stale_at: number | string | null;
      total: number | string;
    }[] = await database
      .from(states.as('states'))
      .whereIn('state', ['failing', 'stale', 'missing'])
      .groupBy('entity_ref')
      .select(
        'entity_ref',
        database.raw(`${join}(control_type || ':' || state, ',') AS controls`),
        database.raw(
          "MIN(CASE WHEN state = 'stale' THEN stale_at END) AS stale_at",
        ),
        database.raw('COUNT(*) OVER () AS total'),
      )
      .orderByRaw(
        `MIN(CASE state WHEN 'failing' THEN 0 WHEN 'stale' THEN 1 ELSE 2 END), entity_ref`,
      )
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      controls: row.controls
        .split(',')
        .sort()
        .map(text => {
          const [controlType, state] = text.split(':');
          return { controlType, state } as QuietComponent['controls'][number];
        }),
      ...(row.stale_at !== null && { staleAt: Number(row.stale_at) }),
      total: Number(row.total),
    }));
  }

  /** What came and went in a time, and what is open now. */
  async figures(
    { entityRefs, now }: AttentionFilter,
    { from, to }: { from: number; to: number },
  ): Promise<FindingFigures> {
    const database = this.#database;
    const query = database('findings').whereNot('status', 'unlisted');
    whereAmong(query, database, 'findings.entity_ref', entityRefs);
    onlyPresent(query, database);
    const [row]: Record<string, number | string | null>[] = await query.select(
      database.raw(
        `SUM(CASE WHEN first_seen_at >= ? AND first_seen_at < ? THEN 1 ELSE 0 END) AS opened,
         SUM(CASE WHEN status = 'resolved' AND resolved_at >= ? AND resolved_at < ?
           AND COALESCE(retired_at, 0) <> resolved_at THEN 1 ELSE 0 END) AS fixed,
         SUM(CASE WHEN status = 'open' AND due_at <= ? THEN 1 ELSE 0 END) AS overdue,
         SUM(CASE WHEN status = 'risk_accepted' THEN 1 ELSE 0 END) AS accepted`,
        [from, to, from, to, now],
      ),
    );
    return {
      new: Number(row.opened),
      fixed: Number(row.fixed),
      overdue: Number(row.overdue),
      acceptedRisk: Number(row.accepted),
    };
  }

  async #listOpen(
    { entityRefs }: AttentionFilter,
    { counted, shown }: { shown: number; counted: number },
    narrow: (query: Knex.QueryBuilder) => void,
  ): Promise<AttentionFindingRow[]> {
    const database = this.#database;
    const exploited = database.raw(
      'CASE WHEN rule_intelligence.kev = 1 THEN 0 ELSE 1 END AS calm',
    );
    const found = database('findings')
      .leftJoin(
        'rule_intelligence',
        'rule_intelligence.rule_key',
        'findings.rule_key',
      )
      .where('findings.status', 'open')
      .select(
        ...FINDING_COLUMNS.map(name => `findings.${name}`),
        'rule_intelligence.kev',
        exploited,
      )
      .orderBy(['calm', 'findings.due_at', 'findings.severity', 'findings.id'])
      .limit(counted + 1);
    whereAmong(found, database, 'findings.entity_ref', entityRefs);
    onlyPresent(found, database);
    narrow(found);
    return database
      .from(found.as('found'))
      .select(
        ...FINDING_COLUMNS,
        'kev',
        database.raw('COUNT(*) OVER () AS total'),
      )
      .orderBy(['calm', 'due_at', 'severity', 'id'])
      .limit(shown);
  }
}

function onlyPresent(query: Knex.QueryBuilder, database: Knex): void {
  query.whereNotIn(
    'findings.entity_ref',
    database('entity_states').where({ vanished: true }).select('entity_ref'),
  );
}
