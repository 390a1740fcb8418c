import {
  AssignmentStatus,
  ChampionRole,
  CoverageReason,
  CoverageState,
  LIVE_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { CountedComponents } from '../../figures/coverageByTier';

/** Components of an owner that are alike. */
export interface OwnedComponents extends CountedComponents {
  ownerRef: string | null;
  isProduction: boolean;
}

/** How well an entity is looked after. */
export interface StoredCoverage {
  state: CoverageState;
  reasons: CoverageReason[];
  scopeRef?: string;
}

/** An assignment that has not ended, with the name of the person. */
export interface LiveAssignment {
  id: string;
  personId: number;
  userRef: string;
  nominatorRef?: string;
  scopeRef: string;
  role: ChampionRole;
  status: AssignmentStatus;
  capacityPct?: number;
  offeredPct?: number;
  nominatedAt: number;
  acceptedAt?: number;
  startedAt?: number;
  nextConfirmAt?: number;
  endsAt?: number;
}

interface AssignmentRow {
  id: string;
  person_id: number;
  user_ref: string;
  nominator_ref: string | null;
  scope_ref: string;
  role: ChampionRole;
  status: AssignmentStatus;
  capacity_pct: number | null;
  offered_pct: number | null;
  nominated_at: number | string;
  accepted_at: number | string | null;
  started_at: number | string | null;
  next_confirm_at: number | string | null;
  ends_at: number | string | null;
}

function numberOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}

function toAssignment(row: AssignmentRow): LiveAssignment {
  return {
    id: row.id,
    personId: row.person_id,
    userRef: row.user_ref,
    nominatorRef: row.nominator_ref ?? undefined,
    scopeRef: row.scope_ref,
    role: row.role,
    status: row.status,
    capacityPct: numberOf(row.capacity_pct),
    offeredPct: numberOf(row.offered_pct),
    nominatedAt: Number(row.nominated_at),
    acceptedAt: numberOf(row.accepted_at),
    startedAt: numberOf(row.started_at),
    nextConfirmAt: numberOf(row.next_confirm_at),
    endsAt: numberOf(row.ends_at),
  };
}

/** Reads for the figures of the programme; a statement each, however many teams. */
export class FiguresStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Components by owner, tier and state.
   *
   * @param seen - refs of those that count; all when absent
   */
  async components(seen?: string[]): Promise<OwnedComponents[]> {
    const columns = ['owner_ref', 'tier', 'state', 'is_production'];
    const query: Knex.QueryBuilder = this.#database('coverage')
      .where('kind', 'component')
      .select(columns)
      .count({ count: '*' })
      .groupBy(columns);
    if (seen) {
      whereAmong(query, 'entity_ref', seen);
    }
    const rows: {
      owner_ref: string | null;
      tier: string | null;
      state: CoverageState;
      is_production: boolean | number;
      count: number | string;
    }[] = await query;
    return rows.map(row => ({
      ownerRef: row.owner_ref,
      tier: row.tier,
      state: row.state,
      isProduction: Boolean(row.is_production),
      count: Number(row.count),
    }));
  }

  async componentRefs(limit: number): Promise<string[]> {
    return this.#database('coverage')
      .where('kind', 'component')
      .orderBy('entity_ref')
      .limit(limit)
      .pluck('entity_ref');
  }

  async groupCoverage(): Promise<Map<string, StoredCoverage>> {
    const rows = await this.#database('coverage')
      .where('kind', 'group')
      .select('entity_ref', 'state', 'reasons', 'scope_ref');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          state: row.state,
          reasons: JSON.parse(row.reasons),
          ...(row.scope_ref !== null && { scopeRef: row.scope_ref }),
        },
      ]),
    );
  }

  /** All assignments that have not ended, the oldest first. */
  async assignments(): Promise<LiveAssignment[]> {
    const rows: AssignmentRow[] = await this.#live();
    return rows.map(toAssignment);
  }

  /** The same of some people only. */
  async assignmentsOf(personIds: number[]): Promise<LiveAssignment[]> {
    const query = this.#live();
    whereAmong(query, 'a.person_id', personIds);
    const rows: AssignmentRow[] = await query;
    return rows.map(toAssignment);
  }

  /** Since when assignments stand where they stand, by their history. */
  async enteredAt(
    assignmentIds: string[],
    status: AssignmentStatus,
  ): Promise<Map<string, number>> {
    const query: Knex.QueryBuilder = this.#database('assignment_events')
      .where('to_status', status)
      .select('assignment_id')
      .max({ at: 'at' })
      .groupBy('assignment_id');
    whereAmong(query, 'assignment_id', assignmentIds);
    const rows: { assignment_id: string; at: number | string }[] = await query;
    return new Map(rows.map(row => [row.assignment_id, Number(row.at)]));
  }

  /** How long people waited from nomination to active, in ms. */
  async waits(
    since: number,
  ): Promise<{ personId: number; scopeRef: string; waitMs: number }[]> {
    const rows = await this.#database('assignments')
      .where('started_at', '>=', since)
      .select('person_id', 'scope_ref', 'nominated_at', 'started_at');
    return rows.map(row => ({
      personId: row.person_id,
      scopeRef: row.scope_ref,
      waitMs: Number(row.started_at) - Number(row.nominated_at),
    }));
  }

  #live(): Knex.QueryBuilder {
    return this.#database({ a: 'assignments' })
      .join({ person: 'people' }, 'person.id', 'a.person_id')
      .leftJoin({ nominator: 'people' }, 'nominator.id', 'a.nominated_by')
      .whereIn('a.status', [...LIVE_ASSIGNMENT_STATUSES])
      .orderBy(['a.nominated_at', 'a.id'])
      .select(
        'a.id',
        'a.person_id',
        'person.user_ref',
        { nominator_ref: 'nominator.user_ref' },
        'a.scope_ref',
        'a.role',
        'a.status',
        'a.capacity_pct',
        'a.offered_pct',
        'a.nominated_at',
        'a.accepted_at',
        'a.started_at',
        'a.next_confirm_at',
        'a.ends_at',
      );
  }
}
