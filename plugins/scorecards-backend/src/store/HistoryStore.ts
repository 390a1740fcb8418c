import { Level } from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { StoredInterval } from './results';

/** Where an entity stood from a time on. */
export interface StoredScoreChange {
  scorecard_id: string;
  scorecard_version: number;
  since: number | string;
  level: Level;
  score_low: number | null;
  score_high: number | null;
  evidence_pct: number | null;
}

const ROWS = 2_000;

/** What held when, of one entity at a time. */
export class HistoryStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Changes after a time, newest first. */
  async scores(entityRef: string, after: Date): Promise<StoredScoreChange[]> {
    return this.#database<StoredScoreChange & { entity_ref: string }>(
      'entity_score_history',
    )
      .where('entity_ref', entityRef)
      .andWhere('since', '>', after.getTime())
      .orderBy('since', 'desc')
      .limit(ROWS);
  }

  /** Outcomes that held after a time, newest first. */
  async checks(entityRef: string, after: Date): Promise<StoredInterval[]> {
    return this.#database<StoredInterval>('check_results')
      .where('entity_ref', entityRef)
      .andWhere(held =>
        held.whereNull('until').orWhere('until', '>', after.getTime()),
      )
      .orderBy('since', 'desc')
      .limit(ROWS);
  }
}
