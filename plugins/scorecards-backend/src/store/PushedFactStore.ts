import { chunks, hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DirtyStore } from './DirtyStore';
import { factDigest } from './factDigest';

/** An observation as it is kept. Times are milliseconds since 1970. */
export interface PushedRow {
  entityRef: string;
  facts: Record<string, unknown> | null;
  observedAt: number;
  validUntil: number;
}

/** What became of a batch. */
export interface PushOutcome {
  changed: string[];
  unchanged: string[];
  older: { entityRef: string; newestObservedAt: number }[];
}

interface KnownRow {
  entity_ref: string;
  facts: string | null;
  observed_at: number | string;
}

const ROWS_A_STATEMENT = 500;

function isSame(row: PushedRow, known: KnownRow): boolean {
  return (
    Number(known.observed_at) === row.observedAt &&
    hashOf(JSON.parse(known.facts ?? 'null')) === hashOf(row.facts)
  );
}

/** What other systems pushed; it stands beside what plugins publish. */
export class PushedFactStore {
  readonly #database: Knex;
  readonly #dirty: DirtyStore;

  constructor(database: Knex, dirty: DirtyStore) {
    this.#database = database;
    this.#dirty = dirty;
  }

  /**
   * Stores a batch and what it makes dirty, all or nothing. What is older than
   * what is known changes nothing.
   */
  async put(
    source: string,
    rows: PushedRow[],
    now: Date,
  ): Promise<PushOutcome> {
    return this.#database.transaction(async tx => {
      const known = await this.#known(tx, source, rows);
      const outcome: PushOutcome = { changed: [], unchanged: [], older: [] };
      const changed: PushedRow[] = [];
      for (const row of rows) {
        const before = known.get(row.entityRef);
        if (before && Number(before.observed_at) > row.observedAt) {
          outcome.older.push({
            entityRef: row.entityRef,
            newestObservedAt: Number(before.observed_at),
          });
        } else if (before && isSame(row, before)) {
          outcome.unchanged.push(row.entityRef);
        } else {
          outcome.changed.push(row.entityRef);
          changed.push(row);
        }
      }
      await this.#upsert(tx, source, changed, now);
      await this.#dirty.mark(
        tx,
        changed.map(row => ({ entityRef: row.entityRef, at: row.observedAt })),
      );
      return outcome;
    });
  }

  async #known(
    tx: Knex.Transaction,
    source: string,
    rows: PushedRow[],
  ): Promise<Map<string, KnownRow>> {
    const known = new Map<string, KnownRow>();
    for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
      const stored: KnownRow[] = await tx('facts')
        .where({ source })
        .whereIn(
          'entity_ref',
          chunk.map(row => row.entityRef),
        )
        .select('entity_ref', 'facts', 'observed_at');
      for (const row of stored) {
        known.set(row.entity_ref, row);
      }
    }
    return known;
  }

  /** Somebody else may have pushed something newer in the meantime. */
  async #upsert(
    tx: Knex.Transaction,
    source: string,
    rows: PushedRow[],
    now: Date,
  ): Promise<void> {
    for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
      await tx('facts')
        .insert(
          chunk.map(row => {
            const facts = row.facts && JSON.stringify(row.facts);
            return {
              source,
              entity_ref: row.entityRef,
              facts,
              observed_at: row.observedAt,
              valid_until: row.facts ? row.validUntil : null,
              received_at: now.getTime(),
              stale: row.facts && row.validUntil <= now.getTime() ? 1 : 0,
              generation: 0,
              digest: factDigest(facts, now.getTime()),
            };
          }),
        )
        .onConflict(['source', 'entity_ref'])
        .merge()
        .where('facts.observed_at', '<=', tx.ref('excluded.observed_at'));
    }
  }
}
