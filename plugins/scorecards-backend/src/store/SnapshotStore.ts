import {
  Level,
  RollupPoint,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { SnapshotInput, SnapshotRow } from '../rollups/snapshotRows';
import { STAGE_COLUMNS } from '../rollups/stageWeights';
import { atTarget } from './atTarget';

interface StoredSnapshot {
  scorecard_id: string;
  scope_ref: string;
  day: number | string;
  scorecard_version: number;
  taken_at: number | string;
  scope_hash: string | null;
  total: number;
  levels: string;
  tiers: string;
}

/** A scorecard that entities have scores of. */
export interface ScoredScorecard {
  id: string;
  version: number;
}

const TABLE = 'rollup_snapshots';
const ROWS_A_STATEMENT = 500;
/** A snapshot does not look at stages. */
const NO_SUMS = Object.fromEntries(
  STAGE_COLUMNS.map(column => [column, 0]),
) as SnapshotInput['sums'];
const NO_ENTITIES = Object.fromEntries(
  STAGES.map(stage => [stage, 0]),
) as SnapshotInput['entities'];

/** Daily snapshots of roll-ups; rows are added and never changed. */
export class SnapshotStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Scorecards without a snapshot of the day. */
  async missing(day: number): Promise<ScoredScorecard[]> {
    const rows: { id: string; version: number | string }[] =
      await this.#database('entity_scores')
        .select({ id: 'scorecard_id' })
        .max({ version: 'scorecard_version' })
        .whereNotIn(
          'scorecard_id',
          this.#database(TABLE).select('scorecard_id').where({ day }),
        )
        .groupBy('scorecard_id');
    return rows.map(row => ({ id: row.id, version: Number(row.version) }));
  }

  /** When a score changed last. */
  async newestChange(scorecardId: string): Promise<number> {
    const [row]: { newest: number | string | null }[] = await this.#database(
      'entity_scores',
    )
      .where('scorecard_id', scorecardId)
      .max({ newest: 'computed_at' });
    return Number(row.newest ?? 0);
  }

  async inputs(scorecardId: string): Promise<SnapshotInput[]> {
    const rows: {
      entity_ref: string;
      owner_ref: string | null;
      level: Level;
      tier: string | null;
      lifecycle: string | null;
      met: number | string | null;
    }[] = await this.#database('entity_scores')
      .select('entity_ref', 'owner_ref', 'level', 'tier', 'lifecycle')
      .select(this.#database.raw(`${atTarget} as met`))
      .where('scorecard_id', scorecardId);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      key: null,
      level: row.level,
      tier: row.tier,
      met: row.met === null ? null : Number(row.met),
      count: 1,
      experimental: row.lifecycle === 'experimental' ? 1 : 0,
      sums: NO_SUMS,
      entities: NO_ENTITIES,
    }));
  }

  /** A snapshot that is there already stays. */
  async add(
    { id, version }: ScoredScorecard,
    day: number,
    takenAt: Date,
    rows: SnapshotRow[],
  ): Promise<void> {
    await this.#database.transaction(async tx => {
      for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
        await tx<StoredSnapshot>(TABLE)
          .insert(
            chunk.map(row => ({
              scorecard_id: id,
              scope_ref: row.scopeRef,
              day,
              scorecard_version: version,
              taken_at: takenAt.getTime(),
              scope_hash: row.scopeHash ?? null,
              total: row.total,
              levels: JSON.stringify(row.levels),
              tiers: JSON.stringify(row.tiers),
            })),
          )
          .onConflict(['scorecard_id', 'scope_ref', 'day'])
          .ignore();
      }
    });
  }

  /** Oldest first. */
  async points(
    scorecardId: string,
    scopeRef: string,
    since: Date,
  ): Promise<RollupPoint[]> {
    const rows = await this.#database<StoredSnapshot>(TABLE)
      .where({ scorecard_id: scorecardId, scope_ref: scopeRef })
      .andWhere('day', '>=', since.getTime())
      .orderBy('day');
    return rows.map((row, at) => ({
      day: new Date(Number(row.day)).toISOString().slice(0, 10),
      scorecardVersion: row.scorecard_version,
      ...(at > 0 &&
        rows[at - 1].scope_hash !== row.scope_hash && { scopeChanged: true }),
      total: row.total,
      levels: JSON.parse(row.levels),
      tiers: JSON.parse(row.tiers),
    }));
  }
}
