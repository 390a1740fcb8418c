import {
  EFFECTIVE_WAIVER_STATUSES,
  LIVE_WAIVER_STATUSES,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toWaivedEntity, WaivedEntity } from '../waivers';
import { WaiverRow } from './waiverRow';

/** Whether a waiver goes as far as to an entity that it is for. */
export type WaivedState = 'covered' | 'beyond' | 'left';

const ROWS_A_STATEMENT = 500;

/** Kinds that hold no findings: they own, and are not owned. */
const OWNERS = ['group', 'user'];

/** A waiver that can still change, with what it is for. */
export interface FollowedWaiver {
  id: string;
  target: WaiverTarget;
  approvedTier?: number;
}

/** Entities that waivers are for. */
export class WaiverEntityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async listOwned(ownerRefs: string[]): Promise<WaivedEntity[]> {
    return this.#read(query => query.whereIn('owner_ref', ownerRefs));
  }

  async listNamed(entityRefs: string[]): Promise<WaivedEntity[]> {
    return this.#read(query => query.whereIn('entity_ref', entityRefs));
  }

  async #read(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<WaivedEntity[]> {
    const rows: { entity_ref: string; annotations: string }[] = await narrow(
      this.#database('synchrony_entities')
        .whereNotIn('kind', OWNERS)
        .orderBy('entity_ref')
        .select('entity_ref', 'annotations'),
    );
    return rows.map(row =>
      toWaivedEntity(row.entity_ref, JSON.parse(row.annotations)),
    );
  }

  /** Waivers that have not ended, by id, after another one. */
  async listFollowed(after: string, limit: number): Promise<FollowedWaiver[]> {
    const rows = await this.#database<WaiverRow>('waivers')
      .whereIn('status', [...LIVE_WAIVER_STATUSES])
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .select('id', 'target', 'approved_tier');
    return rows.map(row => ({
      id: row.id,
      target: JSON.parse(row.target),
      approvedTier: row.approved_tier ?? undefined,
    }));
  }

  async listStates(
    waiverIds: string[],
  ): Promise<Map<string, Map<string, WaivedState>>> {
    const rows: {
      waiver_id: string;
      entity_ref: string;
      state: WaivedState;
    }[] = await this.#database('waiver_entities')
      .whereIn('waiver_id', waiverIds)
      .orderBy(['waiver_id', 'entity_ref'])
      .select('waiver_id', 'entity_ref', 'state');
    const states = new Map<string, Map<string, WaivedState>>();
    for (const row of rows) {
      const known = states.get(row.waiver_id) ?? new Map();
      known.set(row.entity_ref, row.state);
      states.set(row.waiver_id, known);
    }
    return states;
  }

  /** Where it is pending, findings and facts have to follow. */
  async put(
    tx: Knex.Transaction,
    waiverId: string,
    states: ReadonlyMap<string, WaivedState>,
    { pending }: { pending: boolean },
  ): Promise<void> {
    const rows = [...states].map(([entityRef, state]) => ({
      entity_ref: entityRef,
      waiver_id: waiverId,
      state,
      pending,
    }));
    for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
      await tx('waiver_entities')
        .insert(rows.slice(start, start + ROWS_A_STATEMENT))
        .onConflict(['entity_ref', 'waiver_id'])
        .merge(['state', 'pending']);
    }
  }

  async putNow(
    waiverId: string,
    states: ReadonlyMap<string, WaivedState>,
  ): Promise<void> {
    await this.#database.transaction(tx =>
      this.put(tx, waiverId, states, { pending: true }),
    );
  }

  /** To be called before the waiver itself is changed, in its transaction. */
  async setPending(tx: Knex.Transaction, waiverId: string): Promise<void> {
    await tx('waiver_entities')
      .where({ waiver_id: waiverId })
      .update({ pending: true });
  }

  /**
   * For entities with findings of rules whose intelligence changed and that are
   * known to be exploited: what accepts them may not go as far.
   */
  async setExploitedPending(): Promise<void> {
    await this.#database('waiver_entities')
      .where({ pending: false })
      .whereIn(
        'waiver_id',
        this.#database('waivers')
          .whereIn('status', ['approved', ...EFFECTIVE_WAIVER_STATUSES])
          .select('id'),
      )
      .whereIn(
        'entity_ref',
        this.#database('rule_intelligence')
          .join('findings', 'findings.rule_key', 'rule_intelligence.rule_key')
          .whereNotNull('rule_intelligence.pending')
          .where('rule_intelligence.kev', 1)
          .select('findings.entity_ref'),
      )
      .update({ pending: true });
  }

  async listPending(
    limit: number,
    options: { after?: string; waiverId?: string } = {},
  ): Promise<string[]> {
    const query = this.#database('waiver_entities')
      .where({ pending: true })
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .limit(limit);
    if (options.after !== undefined) {
      query.where('entity_ref', '>', options.after);
    }
    if (options.waiverId !== undefined) {
      query.where({ waiver_id: options.waiverId });
    }
    return query.pluck('entity_ref');
  }
}
