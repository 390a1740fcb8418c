import {
  chunks,
  FactFeedPage,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DirtyStore } from './DirtyStore';
import { contentOf, factDigest } from './factDigest';

interface StoredFacts {
  source: string;
  entity_ref: string;
  facts: string | null;
  observed_at: number | string;
  valid_until: number | string | null;
  received_at: number | string;
  stale: number;
  generation: number;
  digest: string | null;
}

interface StoredSource {
  source: string;
  cursor: string;
  generation: number;
  resetting: number;
  schema: string | null;
}

/** How far a source was read. */
export interface SourceState {
  cursor: string;
  generation: number;
  /** Whether it is being read from the beginning. */
  resetting: boolean;
}

/** Which facts a source has told of an entity, without them. */
export interface FactContent {
  source: string;
  /** The same for the same facts; undefined where that is not known. */
  content?: string;
  /** Since when they are out of date; undefined while they are not. */
  staleSince?: number;
}

/** What one source says of one entity. */
export interface StoredEntityFacts {
  source: string;
  entityRef: string;
  facts: unknown;
  validUntil?: number;
  stale: boolean;
}

const ROWS_A_STATEMENT = 500;
/** How long after its time a source may still renew what it said. */
const GRACE_MS = 5 * 60_000;

function changesAt(row: StoredFacts, at: number) {
  return { entityRef: row.entity_ref, at };
}

/** What the sources said, and how far each was read. */
export class FactTable {
  readonly #database: Knex;
  readonly #dirty: DirtyStore;

  constructor(database: Knex, dirty: DirtyStore) {
    this.#database = database;
    this.#dirty = dirty;
  }

  async stateOf(source: string): Promise<SourceState> {
    const row = await this.#source(source);
    return {
      cursor: row?.cursor ?? '',
      generation: row?.generation ?? 0,
      resetting: row?.resetting === 1,
    };
  }

  async schemaOf(source: string): Promise<Record<string, unknown> | undefined> {
    const row = await this.#source(source);
    return row?.schema ? JSON.parse(row.schema) : undefined;
  }

  /** Schemas of all sources that were ever read. */
  async schemas(): Promise<Map<string, Record<string, unknown>>> {
    const rows = await this.#database<StoredSource>('fact_sources')
      .whereNotNull('schema')
      .orderBy('source');
    return new Map(
      rows.map(row => [row.source, JSON.parse(row.schema ?? '{}')]),
    );
  }

  async setSchema(
    source: string,
    schema: Record<string, unknown>,
  ): Promise<void> {
    const text = JSON.stringify(schema);
    await this.#database<StoredSource>('fact_sources')
      .insert({ source, cursor: '', generation: 0, resetting: 0, schema: text })
      .onConflict('source')
      .merge(['schema']);
  }

  /**
   * Stores a page, what it makes dirty, and the cursor after it, all or
   * nothing. Does nothing when somebody else read on from the same cursor.
   */
  async applyPage(
    source: string,
    before: SourceState,
    page: FactFeedPage,
    now: Date,
  ): Promise<void> {
    const generation = before.generation + (page.reset ? 1 : 0);
    const resetting = page.reset === true || before.resetting;
    await this.#database.transaction(async tx => {
      if (!(await this.#moveOn(tx, source, before, page, generation))) {
        return;
      }
      const rows = page.items.map((item): StoredFacts => {
        const facts = item.facts === null ? null : JSON.stringify(item.facts);
        return {
          source,
          entity_ref: normalizeEntityRef(item.entityRef),
          facts,
          observed_at: Date.parse(item.observedAt),
          valid_until: item.validUntil ? Date.parse(item.validUntil) : null,
          received_at: now.getTime(),
          stale: 0,
          generation,
          digest: factDigest(facts, now.getTime()),
        };
      });
      for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
        await tx<StoredFacts>('facts')
          .insert(chunk)
          .onConflict(['source', 'entity_ref'])
          .merge();
      }
      await this.#dirty.mark(
        tx,
        rows.map(row => changesAt(row, Number(row.observed_at))),
      );
      if (resetting && !page.more) {
        await this.#withdrawUnsent(tx, source, generation);
      }
    });
  }

  /**
   * Finds what a source did not renew in time. Facts that were out of date when
   * they came, as those of old reports are, get the same time to be renewed.
   */
  async expire(now: Date): Promise<void> {
    const limit = now.getTime() - GRACE_MS;
    const due = await this.#database<StoredFacts>('facts')
      .where('stale', 0)
      .andWhere('valid_until', '<=', limit)
      .andWhere('received_at', '<=', limit)
      .whereNotNull('facts')
      .limit(ROWS_A_STATEMENT);
    if (due.length === 0) {
      return;
    }
    await this.#database.transaction(async tx => {
      await tx<StoredFacts>('facts')
        .whereIn(
          ['source', 'entity_ref'],
          due.map(row => [row.source, row.entity_ref]),
        )
        .andWhere('received_at', '<=', limit)
        .update({ stale: 1 });
      await this.#dirty.mark(
        tx,
        due.map(row => changesAt(row, Number(row.valid_until) + GRACE_MS)),
      );
    });
  }

  async forEntities(entityRefs: string[]): Promise<StoredEntityFacts[]> {
    const found: StoredEntityFacts[] = [];
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const rows = await this.#database<StoredFacts>('facts')
        .whereIn('entity_ref', chunk)
        .whereNotNull('facts');
      for (const row of rows) {
        found.push({
          source: row.source,
          entityRef: row.entity_ref,
          facts: JSON.parse(row.facts ?? 'null'),
          validUntil:
            row.valid_until === null ? undefined : Number(row.valid_until),
          stale: row.stale === 1,
        });
      }
    }
    return found;
  }

  /** By entity, in the order of the sources. */
  async contents(entityRefs: string[]): Promise<Map<string, FactContent[]>> {
    const found = new Map<string, FactContent[]>();
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const rows = await this.#database<StoredFacts>('facts')
        .select(
          'source',
          'entity_ref',
          'digest',
          'received_at',
          'stale',
          'valid_until',
        )
        .whereIn('entity_ref', chunk)
        .whereNotNull('facts')
        .orderBy('source');
      for (const row of rows) {
        const contents = found.get(row.entity_ref) ?? [];
        contents.push({
          source: row.source,
          content: contentOf(row.digest, Number(row.received_at)),
          staleSince:
            row.stale === 1 ? Number(row.valid_until ?? 0) : undefined,
        });
        found.set(row.entity_ref, contents);
      }
    }
    return found;
  }

  #source(source: string): Promise<StoredSource | undefined> {
    return this.#database<StoredSource>('fact_sources')
      .where({ source })
      .first();
  }

  async #moveOn(
    tx: Knex.Transaction,
    source: string,
    before: SourceState,
    page: FactFeedPage,
    generation: number,
  ): Promise<boolean> {
    await tx<StoredSource>('fact_sources')
      .insert({ source, cursor: '', generation: 0, resetting: 0 })
      .onConflict('source')
      .ignore();
    const moved = await tx<StoredSource>('fact_sources')
      .where({ source, cursor: before.cursor, generation: before.generation })
      .update({
        cursor: page.cursor,
        generation,
        resetting: (page.reset || before.resetting) && page.more ? 1 : 0,
      });
    return moved === 1;
  }

  async #withdrawUnsent(
    tx: Knex.Transaction,
    source: string,
    generation: number,
  ): Promise<void> {
    const unsent = await tx<StoredFacts>('facts')
      .where({ source })
      .andWhere('generation', '<', generation)
      .whereNotNull('facts');
    await tx<StoredFacts>('facts')
      .where({ source })
      .andWhere('generation', '<', generation)
      .update({ facts: null, valid_until: null });
    await this.#dirty.mark(
      tx,
      unsent.map(row => changesAt(row, Number(row.observed_at))),
    );
  }
}
