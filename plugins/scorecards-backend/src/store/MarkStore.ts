import { ConflictError } from '@backstage/errors';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { upsertDocument } from './upsertRows';

/** What the stored results of an entity were computed from. */
export interface StoredMark {
  entity_ref: string;
  /** Counts evaluations, so that two of them are told from each other. */
  revision: number;
  /** Hash of the rules. */
  ruleset: string;
  /** Hash of the inputs; null when they are to be looked at again. */
  mark: string | null;
  /** From when on the same inputs may give another result. */
  due_at: number | null;
}

const ROWS_A_STATEMENT = 500;

/** Marks of entities. A row stays when its entity goes, so that it counts on. */
export class MarkStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async read(entityRefs: string[]): Promise<Map<string, StoredMark>> {
    const marks = new Map<string, StoredMark>();
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const rows = await this.#database<StoredMark>('entity_marks').whereIn(
        'entity_ref',
        chunk,
      );
      for (const row of rows) {
        marks.set(row.entity_ref, {
          ...row,
          due_at: row.due_at === null ? null : Number(row.due_at),
        });
      }
    }
    return marks;
  }

  /**
   * Stores marks with the results that they belong to.
   *
   * @param marks - each with the revision after the one that was read
   * @throws ConflictError when somebody else evaluated one of the entities
   * since its mark was read
   */
  async write(tx: Knex.Transaction, marks: StoredMark[]): Promise<void> {
    const written = await upsertDocument(
      tx,
      'entity_marks',
      ['entity_ref'],
      marks,
      'entity_marks.revision = excluded.revision - 1',
    );
    if (written < marks.length) {
      throw new ConflictError(
        'Another replica evaluated the same entities meanwhile',
      );
    }
  }

  /** Has every entity evaluated when it is looked at the next time. */
  async forget(tx: Knex): Promise<void> {
    await tx<StoredMark>('entity_marks').update({
      mark: null,
      revision: tx.raw('revision + 1'),
    });
  }

  /** Entities that were evaluated by other rules. */
  async outdated(ruleset: string): Promise<string[]> {
    const rows = await this.#database<StoredMark>('entity_marks')
      .select('entity_ref')
      .whereNot({ ruleset });
    return rows.map(row => row.entity_ref);
  }
}
