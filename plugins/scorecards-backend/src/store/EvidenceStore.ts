import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { RecordedResult, RecordedStanding } from '../evidence/types';
import { StoredInterval } from './results';

const REFS_A_STATEMENT = 500;

type StandingRow = Omit<RecordedStanding, 'entityRef' | 'recordedAt'> & {
  entity_ref: string;
  recorded_at: number | string;
};

/**
 * How many entities stood at a time. What begins later is never read, so that
 * nothing that happens later changes an answer.
 */
export class EvidenceStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Where each entity stood in each scorecard that covered it. */
  async standings(
    entityRefs: string[],
    time: number,
  ): Promise<RecordedStanding[]> {
    const found: RecordedStanding[] = [];
    for (const chunk of chunks(entityRefs, REFS_A_STATEMENT)) {
      const latest = this.#database('entity_score_history')
        .whereIn('entity_ref', chunk)
        .andWhere('since', '<=', time)
        .whereNotNull('outcomes')
        .groupBy('entity_ref', 'scorecard_id')
        .select('entity_ref', 'scorecard_id')
        .max({ since: 'since' })
        .as('latest');
      const rows: StandingRow[] = await this.#database(
        'entity_score_history as standing',
      )
        .join(latest, on =>
          on
            .on('standing.entity_ref', 'latest.entity_ref')
            .andOn('standing.scorecard_id', 'latest.scorecard_id')
            .andOn('standing.since', 'latest.since'),
        )
        .andWhere(held =>
          held
            .whereNull('standing.ended_at')
            .orWhere('standing.ended_at', '>', time),
        )
        .select('standing.*');
      found.push(
        ...rows.map(row => ({
          entityRef: row.entity_ref,
          recordedAt: Number(row.recorded_at),
          scorecard_id: row.scorecard_id,
          scorecard_version: row.scorecard_version,
          since: Number(row.since),
          ended_at: row.ended_at === null ? null : Number(row.ended_at),
          outcomes: row.outcomes,
          tier: row.tier,
          level: row.level,
        })),
      );
    }
    return found;
  }

  /** Outcomes that held at a time, with what they began with. */
  async results(entityRefs: string[], time: number): Promise<RecordedResult[]> {
    const found: RecordedResult[] = [];
    for (const chunk of chunks(entityRefs, REFS_A_STATEMENT)) {
      const rows = await this.#database<StoredInterval>('check_results')
        .whereIn('entity_ref', chunk)
        .andWhere('since', '<=', time)
        .andWhere(open => open.whereNull('until').orWhere('until', '>', time));
      found.push(
        ...rows.map(row => ({
          entityRef: row.entity_ref,
          recordedAt: Number(row.recorded_at),
          checkId: row.check_id,
          checkVersion: row.check_version,
          outcome: row.outcome,
          since: Number(row.since),
          isFirst: row.is_first === 1,
          reason: row.reason,
          evidence: JSON.parse(row.evidence),
        })),
      );
    }
    return found;
  }
}
