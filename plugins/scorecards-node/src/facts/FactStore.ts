import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { canonicalJson, hashOf } from '../database/canonicalJson';
import { chunks } from '../database/chunks';
import { fromBigint, isPostgres } from '../database/engine';
import { normalizeEntityRef } from '../entities/entityRef';
import { FactFeedPage, FactRow } from './types';

interface StoredFacts {
  entity_ref: string;
  seq: number | string;
  facts: string | null;
  facts_hash: string;
  observed_at: number | string;
  valid_until: number | string | null;
}

interface StoredFeed {
  id: number;
  feed_id: string;
  last_seq: number | string;
}

const FEED_ROW = 1;
const ROWS_A_STATEMENT = 500;

function toMs(iso: string, what: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) {
    throw new InputError(`${what} is not an ISO 8601 time: ${iso}`);
  }
  return ms;
}

function toStored<F>(row: FactRow<F>): Omit<StoredFacts, 'seq'> {
  const validUntil =
    row.validUntil === undefined ? null : toMs(row.validUntil, 'validUntil');
  return {
    entity_ref: normalizeEntityRef(row.entityRef),
    facts: row.facts === null ? null : canonicalJson(row.facts),
    facts_hash: hashOf([row.facts, validUntil]),
    observed_at: toMs(row.observedAt, 'observedAt'),
    valid_until: validUntil,
  };
}

/** The tables behind a fact feed. */
export class FactStore<F> {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** A new database is a new feed, which its readers read from the beginning. */
  async ensureFeed(): Promise<void> {
    await this.#database<StoredFeed>('synchrony_facts_feed')
      .insert({ id: FEED_ROW, feed_id: randomUUID(), last_seq: 0 })
      .onConflict('id')
      .ignore();
  }

  async publish(tx: Knex.Transaction, rows: FactRow<F>[]): Promise<string[]> {
    if (rows.length === 0) {
      return [];
    }
    const latest = new Map(
      rows.map(toStored).map(row => [row.entity_ref, row] as const),
    );
    await this.#lock(tx);
    const changed = await this.#changed(tx, [...latest.values()]);
    if (changed.length === 0) {
      return [];
    }
    const lastSeq = await this.#takeSequence(tx, changed.length);
    const numbered = changed.map((row, index) => ({
      ...row,
      seq: lastSeq - changed.length + 1 + index,
    }));
    for (const chunk of chunks(numbered, ROWS_A_STATEMENT)) {
      await tx<StoredFacts>('synchrony_facts')
        .insert(chunk)
        .onConflict('entity_ref')
        .merge();
    }
    return changed.map(row => row.entity_ref);
  }

  async read(cursor: string, limit: number): Promise<FactFeedPage<F>> {
    const feed = await this.#database<StoredFeed>('synchrony_facts_feed')
      .where({ id: FEED_ROW })
      .first();
    if (!feed) {
      throw new Error('The fact feed has no identity; was it created?');
    }
    const [feedId, position] = cursor.split('.');
    const known =
      feedId === feed.feed_id &&
      /^\d{1,15}$/.test(position ?? '') &&
      Number(position) <= fromBigint(feed.last_seq);
    const after = known ? Number(position) : 0;
    const found = await this.#database<StoredFacts>('synchrony_facts')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(row => ({
        entityRef: row.entity_ref,
        facts: row.facts === null ? null : JSON.parse(row.facts),
        observedAt: new Date(fromBigint(row.observed_at)).toISOString(),
        ...(row.valid_until !== null && {
          validUntil: new Date(fromBigint(row.valid_until)).toISOString(),
        }),
      })),
      cursor: `${feed.feed_id}.${last ? fromBigint(last.seq) : after}`,
      more: found.length > limit,
      ...(!known && { reset: true }),
    };
  }

  /** Rows past their time, oldest first, going on after a row of before. */
  async due(
    now: number,
    limit: number,
    after?: { validUntil: number; entityRef: string },
  ): Promise<{ validUntil: number; entityRef: string }[]> {
    const query = this.#database<StoredFacts>('synchrony_facts')
      .select('valid_until', 'entity_ref')
      .where('valid_until', '<=', now)
      .orderBy(['valid_until', 'entity_ref'])
      .limit(limit);
    if (after) {
      query.andWhere(later =>
        later
          .where('valid_until', '>', after.validUntil)
          .orWhere(same =>
            same
              .where('valid_until', after.validUntil)
              .andWhere('entity_ref', '>', after.entityRef),
          ),
      );
    }
    const found = await query;
    return found.map(row => ({
      validUntil: fromBigint(row.valid_until ?? now),
      entityRef: row.entity_ref,
    }));
  }

  /**
   * With a bare sequence a reader would pass over the number of a transaction
   * that commits later; the lock makes numbers visible in their order.
   */
  async #lock(tx: Knex.Transaction): Promise<void> {
    if (isPostgres(tx)) {
      await tx.raw(
        `select pg_advisory_xact_lock(hashtextextended(current_schema() || '.synchrony_facts', 0))`,
      );
    } else {
      await tx<StoredFeed>('synchrony_facts_feed')
        .where({ id: FEED_ROW })
        .update({ id: FEED_ROW });
    }
  }

  async #changed(
    tx: Knex.Transaction,
    rows: Omit<StoredFacts, 'seq'>[],
  ): Promise<Omit<StoredFacts, 'seq'>[]> {
    const changed = [];
    for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
      const stored = await tx<StoredFacts>('synchrony_facts')
        .select('entity_ref', 'facts_hash')
        .whereIn(
          'entity_ref',
          chunk.map(row => row.entity_ref),
        );
      const hashes = new Map(
        stored.map(row => [row.entity_ref, row.facts_hash]),
      );
      changed.push(
        ...chunk.filter(row => hashes.get(row.entity_ref) !== row.facts_hash),
      );
    }
    return changed;
  }

  async #takeSequence(tx: Knex.Transaction, count: number): Promise<number> {
    const [feed] = await tx<StoredFeed>('synchrony_facts_feed')
      .where({ id: FEED_ROW })
      .increment('last_seq', count)
      .returning('last_seq');
    return fromBigint(feed.last_seq);
  }
}
