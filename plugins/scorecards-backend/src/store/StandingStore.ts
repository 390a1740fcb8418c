import { Level } from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';

/** Where entities stand now, page by page. */
export class StandingStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Refs of the entities that were ever evaluated, in order. */
  async refs(after: string, limit: number): Promise<string[]> {
    const rows: { entity_ref: string }[] = await this.#database('entity_views')
      .select('entity_ref')
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(row => row.entity_ref);
  }

  /** Levels of entities by scorecard, as `ref scorecard`. */
  async levels(refs: string[]): Promise<Map<string, Level>> {
    const rows: { entity_ref: string; scorecard_id: string; level: Level }[] =
      await this.#database('entity_scores')
        .select('entity_ref', 'scorecard_id', 'level')
        .whereIn('entity_ref', refs);
    return new Map(
      rows.map(row => [`${row.entity_ref} ${row.scorecard_id}`, row.level]),
    );
  }
}
