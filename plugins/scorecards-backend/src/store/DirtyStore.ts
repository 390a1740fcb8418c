import { randomUUID } from 'node:crypto';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { QueueState } from '../metrics';
import { removeRows } from './removeRows';

interface StoredDirty {
  entity_ref: string;
  ticket: string;
  at: number | string;
  marked_at: number | string | null;
}

/** An entity that waits to be evaluated. */
export interface DirtyEntity {
  entityRef: string;
  /** Changes when the entity becomes dirty again. */
  ticket: string;
  /** When what changed did so. */
  at: number;
}

const ROWS_A_STATEMENT = 500;

/** Entities of which something changed since they were evaluated. */
export class DirtyStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async mark(
    tx: Knex,
    changes: { entityRef: string; at: number }[],
  ): Promise<void> {
    const ticket = randomUUID();
    const now = Date.now();
    const latest = new Map(changes.map(change => [change.entityRef, change]));
    for (const chunk of chunks([...latest.values()], ROWS_A_STATEMENT)) {
      await tx<StoredDirty>('dirty_entities')
        .insert(
          chunk.map(({ entityRef, at }) => ({
            entity_ref: entityRef,
            ticket,
            at,
            marked_at: now,
          })),
        )
        .onConflict('entity_ref')
        .merge(['ticket', 'at']);
    }
  }

  /** Marks everything that was ever evaluated. */
  async markAll(tx: Knex, at: number): Promise<void> {
    const known = await tx('entity_views').select('entity_ref');
    await this.mark(
      tx,
      known.map(row => ({ entityRef: row.entity_ref, at })),
    );
  }

  async next(limit: number): Promise<DirtyEntity[]> {
    const rows = await this.#database<StoredDirty>('dirty_entities')
      .orderBy(['at', 'entity_ref'])
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ticket: row.ticket,
      at: Number(row.at),
    }));
  }

  /** How many wait, and since when the first of them does. */
  async state(): Promise<QueueState> {
    const [row]: { depth: number | string; since: number | string | null }[] =
      await this.#database('dirty_entities')
        .count({ depth: '*' })
        .min({ since: 'marked_at' });
    return {
      depth: Number(row.depth),
      since: row.since === null ? undefined : Number(row.since),
    };
  }

  /** Entities that became dirty again in the meantime stay. */
  async settle(tx: Knex.Transaction, done: DirtyEntity[]): Promise<void> {
    await removeRows(
      tx,
      'dirty_entities',
      ['entity_ref', 'ticket'],
      done.map(({ entityRef, ticket }) => ({ entity_ref: entityRef, ticket })),
    );
  }
}
