import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { WaiverStore } from '../store/WaiverStore';
import { dueSteps, StoredWaiver } from '../waivers';
import { WaiverApplier } from './WaiverApplier';
import { WaiverScopes } from './WaiverScopes';

const ROUND_MS = 10_000;
const WAIVERS_AT_ONCE = 100;

export interface WaiverClockOptions {
  database: Knex;
  waivers: WaiverStore;
  waiverEntities: WaiverEntityStore;
  scopes: WaiverScopes;
  applier: WaiverApplier;
  logger: LoggerService;
  clock: () => Date;
}

/**
 * Starts, warns of and ends waivers with nobody signed in, on one replica at a
 * time. What was due while nothing ran is done in the first round.
 */
export class WaiverClock {
  readonly #options: WaiverClockOptions;
  readonly #loop: LeasedLoop;

  constructor(options: WaiverClockOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'ingestion-waivers',
      leases: new Leases(options),
      logger: options.logger,
      retryMs: ROUND_MS,
      run: async () => {
        await this.tick();
        return ROUND_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Does what is pending soon. */
  nudge(): void {
    this.#loop.nudge();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** One round of all that is due. */
  async tick(): Promise<void> {
    const { applier, scopes } = this.#options;
    await this.#advance();
    await scopes.follow();
    await applier.applyPending();
  }

  async #advance(): Promise<void> {
    const { clock, waivers } = this.#options;
    const now = clock().getTime();
    let due: StoredWaiver[];
    do {
      due = await waivers.listDue(now, WAIVERS_AT_ONCE);
      for (const waiver of due) {
        await this.#step(waiver, now);
      }
    } while (due.length === WAIVERS_AT_ONCE);
  }

  async #step(waiver: StoredWaiver, now: number): Promise<void> {
    const { database, waiverEntities, waivers } = this.#options;
    const steps = dueSteps(waiver, now);
    const next = {
      ...waiver,
      status: steps.at(-1)?.to ?? waiver.status,
      ...(steps.some(({ to }) => to === 'expired') && {
        endedAt: waiver.expiresAt,
      }),
    };
    try {
      await database.transaction(async tx => {
        await waiverEntities.setPending(tx, waiver.id);
        await waivers.update(tx, next);
        await waivers.insertLog(
          tx,
          waiver.id,
          steps.map(({ entry }) => entry),
        );
      });
    } catch (error) {
      // Whoever changed it has written when it is due next.
      if (!ConflictError.is(error)) {
        throw error;
      }
    }
  }
}
