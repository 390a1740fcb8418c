import { Knex } from 'knex';
import { KnownResult } from '../ledger/rebuild';
import { LedgerRow } from '../ledger/types';
import { StoredInterval } from './results';

/** Which history is read. */
export interface LedgerKey {
  entityRef: string;
  scorecardId: string;
}

type StoredRow = LedgerRow & { entity_ref: string };

function toRow(row: StoredRow): LedgerRow {
  return {
    scorecard_id: row.scorecard_id,
    scorecard_version: row.scorecard_version,
    since: Number(row.since),
    ended_at: row.ended_at === null ? null : Number(row.ended_at),
    outcomes: row.outcomes,
    tier: row.tier,
    level: row.level,
  };
}

/** How one entity stood in one scorecard; every read follows a primary key. */
export class LedgerStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** The last row that began at a time or before it. */
  async rowAt(key: LedgerKey, time: number): Promise<LedgerRow | undefined> {
    const row = await this.#rows(key)
      .andWhere('since', '<=', time)
      .orderBy('since', 'desc')
      .first();
    return row && toRow(row);
  }

  /** The first row that began after a time. */
  async rowAfter(key: LedgerKey, time: number): Promise<LedgerRow | undefined> {
    const row = await this.#rows(key)
      .andWhere('since', '>', time)
      .orderBy('since')
      .first();
    return row && toRow(row);
  }

  /** Rows that began after one time and not after another, oldest first. */
  async rowsBetween(
    key: LedgerKey,
    after: number,
    until: number,
    limit: number,
  ): Promise<LedgerRow[]> {
    const rows = await this.#rows(key)
      .andWhere('since', '>', after)
      .andWhere('since', '<=', until)
      .orderBy('since')
      .limit(limit);
    return rows.map(toRow);
  }

  /**
   * Outcomes of an entity's checks that held between two times, and the first
   * ones, which may have held before they were known.
   */
  async results(
    entityRef: string,
    from: number,
    until: number,
    limit: number,
  ): Promise<KnownResult[]> {
    const rows = await this.#database<StoredInterval>('check_results')
      .where('entity_ref', entityRef)
      .andWhere(held =>
        held
          .where('is_first', 1)
          .orWhere(within =>
            within
              .where('since', '<=', until)
              .andWhere(open =>
                open.whereNull('until').orWhere('until', '>=', from),
              ),
          ),
      )
      .orderBy('since', 'desc')
      .limit(limit);
    return rows.map(row => ({
      checkId: row.check_id,
      checkVersion: row.check_version,
      outcome: row.outcome,
      since: Number(row.since),
      isFirst: row.is_first === 1,
      reason: row.reason,
      evidence: JSON.parse(row.evidence),
    }));
  }

  #rows({ entityRef, scorecardId }: LedgerKey) {
    return this.#database<StoredRow>('entity_score_history')
      .where({ entity_ref: entityRef, scorecard_id: scorecardId })
      .whereNotNull('outcomes');
  }
}
