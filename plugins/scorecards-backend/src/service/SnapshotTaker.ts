import { LoggerService } from '@backstage/backend-plugin-api';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { dayOf } from '../calendar/days';
import { Hierarchy } from '../rollups/Hierarchy';
import { snapshotRows } from '../rollups/snapshotRows';
import { DirtyStore } from '../store/DirtyStore';
import { HierarchyStore } from '../store/HierarchyStore';
import { ScoredScorecard, SnapshotStore } from '../store/SnapshotStore';
import { ScopeMembers } from './ScopeMembers';

export interface SnapshotTakerOptions {
  database: Knex;
  logger: LoggerService;
  store: SnapshotStore;
  hierarchy: HierarchyStore;
  dirty: DirtyStore;
  scopes: Pick<ScopeMembers, 'ofVirtualTeams'>;
  clock: () => Date;
}

const LOOK_MS = 60_000;
/** Without a change for this long, what was late has arrived. */
const SETTLED_MS = 10 * 60_000;
/** Where there is always some change, a snapshot waits no longer. */
const PATIENCE_MS = 60 * 60_000;

/**
 * Takes a snapshot of every roll-up each day, on one replica, whoever is or is
 * not there. A day on which nothing ran stays a gap; the day of the return has
 * its snapshot once everything is evaluated and has settled, so that a snapshot
 * is not of a portal that is still catching up.
 */
export class SnapshotTaker {
  readonly #options: SnapshotTakerOptions;
  readonly #loop: LeasedLoop;
  #waitsSince: number | undefined;

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
    const { clock, dirty, hierarchy, scopes, store } = this.#options;
    const now = clock();
    const missing = await store.missing(dayOf(now));
    if (missing.length === 0) {
      this.#waitsSince = undefined;
      return;
    }
    this.#waitsSince ??= now.getTime();
    const due: ScoredScorecard[] = [];
    for (const scorecard of missing) {
      if (await this.#isSettled(scorecard, now)) {
        due.push(scorecard);
      }
    }
    if (due.length === 0) {
      return;
    }
    if (!this.#isOutOfPatience(now) && (await dirty.next(1)).length > 0) {
      return;
    }
    const groups = new Hierarchy(await hierarchy.edges('childOf'));
    const parts = new Hierarchy(await hierarchy.edges('partOf'));
    const teams = await scopes.ofVirtualTeams();
    for (const scorecard of due) {
      await store.add(
        scorecard,
        dayOf(now),
        now,
        snapshotRows(await store.inputs(scorecard.id), groups, parts, teams),
      );
    }
  }

  async #isSettled(scorecard: ScoredScorecard, now: Date): Promise<boolean> {
    const { store } = this.#options;
    return (
      this.#isOutOfPatience(now) ||
      now.getTime() - (await store.newestChange(scorecard.id)) >= SETTLED_MS
    );
  }
  #isOutOfPatience(now: Date): boolean {
    const waitsSince = this.#waitsSince ?? now.getTime();
    return now.getTime() - waitsSince >= PATIENCE_MS;
  }
}
