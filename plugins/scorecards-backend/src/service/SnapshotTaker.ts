import { LoggerService } from '@backstage/backend-plugin-api';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Hierarchy } from '../rollups/Hierarchy';
import { snapshotRows } from '../rollups/snapshotRows';
import { DirtyStore } from '../store/DirtyStore';
import { HierarchyStore } from '../store/HierarchyStore';
import { SnapshotStore } from '../store/SnapshotStore';

export interface SnapshotTakerOptions {
  database: Knex;
  logger: LoggerService;
  store: SnapshotStore;
  hierarchy: HierarchyStore;
  dirty: DirtyStore;
  clock: () => Date;
}

const LOOK_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Beginning of the day in UTC. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS) * DAY_MS;
}

/**
 * Takes a snapshot of every roll-up each day, on one replica, whoever is or is
 * not there. A day on which nothing ran stays a gap; the day of the return has
 * its snapshot as soon as everything is evaluated.
 */
export class SnapshotTaker {
  readonly #options: SnapshotTakerOptions;
  readonly #loop: LeasedLoop;

  constructor(options: SnapshotTakerOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'scorecards-snapshots',
      leases: new Leases(options),
      logger: options.logger,
      run: async () => {
        await this.round();
        return LOOK_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Takes the snapshots of today that are missing. */
  async round(): Promise<void> {
    const { clock, dirty, hierarchy, store } = this.#options;
    const now = clock();
    const missing = await store.missing(dayOf(now));
    if (missing.length === 0 || (await dirty.next(1)).length > 0) {
      return;
    }
    const groups = new Hierarchy(await hierarchy.edges('childOf'));
    const parts = new Hierarchy(await hierarchy.edges('partOf'));
    for (const scorecard of missing) {
      await store.add(
        scorecard,
        dayOf(now),
        now,
        snapshotRows(await store.inputs(scorecard.id), groups, parts),
      );
    }
  }
}
