import {
  CONTROL_TYPES,
  ControlType,
} from '@synchrony/backstage-plugin-ingestion-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Expectation, Expectations } from '../coverage/expectations';

/** What the catalog says of the controls of an entity. */
export interface EntityExpectations {
  entityRef: string;
  expectations: Expectations;
}

interface ExpectationRow {
  entity_ref: string;
  control_type: ControlType;
  expectation: Expectation;
}

/** Knex writes rows for SQLite as a compound SELECT, which takes 500 of them. */
const ROWS_A_STATEMENT = 500;

const ENTITIES_A_STATEMENT = Math.floor(
  ROWS_A_STATEMENT / CONTROL_TYPES.length,
);

export class ExpectationStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async list(
    database: Knex,
    entityRef: string,
  ): Promise<Partial<Expectations>> {
    const found = await this.#read(database, [entityRef]);
    return found.get(entityRef) ?? {};
  }

  get(entityRefs: string[]): Promise<Map<string, Partial<Expectations>>> {
    return this.#read(this.#database, entityRefs);
  }

  async put(database: Knex, entities: EntityExpectations[]): Promise<void> {
    for (const chunk of chunks(entities, ENTITIES_A_STATEMENT)) {
      await database('coverage_expectations')
        .insert(
          chunk.flatMap(({ entityRef, expectations }) =>
            Object.entries(expectations).map(([controlType, expectation]) => ({
              entity_ref: entityRef,
              control_type: controlType,
              expectation,
            })),
          ),
        )
        .onConflict(['entity_ref', 'control_type'])
        .merge();
    }
  }

  async putParents(
    parents: { entityRef: string; parentRef: string }[],
  ): Promise<void> {
    for (const chunk of chunks(parents, ROWS_A_STATEMENT)) {
      await this.#database('catalog_parents')
        .insert(
          chunk.map(({ entityRef, parentRef }) => ({
            entity_ref: entityRef,
            parent_ref: parentRef,
          })),
        )
        .onConflict('entity_ref')
        .merge();
    }
  }

  /** What is known of the parents of these entities. */
  async deleteParents(entityRefs: string[]): Promise<void> {
    await this.#database('catalog_parents')
      .whereIn('entity_ref', entityRefs)
      .delete();
  }

  async delete(entityRefs: string[]): Promise<void> {
    await this.#database('coverage_expectations')
      .whereIn('entity_ref', entityRefs)
      .delete();
    await this.deleteParents(entityRefs);
  }

  /** Entities that the catalog has, by ref. */
  async listEntities(
    kinds: readonly string[],
    after: string | undefined,
    limit: number,
  ): Promise<string[]> {
    const query = this.#database('synchrony_entities')
      .whereIn('kind', kinds)
      .orderBy('entity_ref')
      .limit(limit);
    if (after !== undefined) {
      query.where('entity_ref', '>', after);
    }
    return query.pluck('entity_ref');
  }

  async #read(
    database: Knex,
    entityRefs: string[],
  ): Promise<Map<string, Partial<Expectations>>> {
    const found = new Map<string, Partial<Expectations>>();
    for (const chunk of chunks(entityRefs, 1000)) {
      const rows = await database<ExpectationRow>(
        'coverage_expectations',
      ).whereIn('entity_ref', chunk);
      for (const row of rows) {
        const known = found.get(row.entity_ref) ?? {};
        known[row.control_type] = row.expectation;
        found.set(row.entity_ref, known);
      }
    }
    return found;
  }
}
