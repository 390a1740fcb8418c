import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Leases } from '../database/Leases';

/** @public */
export interface LeasedLoopOptions {
  /** Name of the work and of its lease. */
  name: string;
  leases: Leases;
  logger: LoggerService;
  /** How long a replica that died keeps the others waiting. */
  leaseMs?: number;
  /** One round of work; answers how long to wait until the next, in ms. */
  run(): Promise<number>;
  /** How long to wait while another replica does the work, or after an error. */
  retryMs?: number;
}

const DEFAULT_LEASE_MS = 15_000;
const DEFAULT_RETRY_MS = 5_000;

/**
 * Repeats a piece of work on one replica at a time. A failing round is logged
 * and tried again; rounds never overlap.
 *
 * @public
 */
export class LeasedLoop {
  readonly #options: LeasedLoopOptions;
  #timer: NodeJS.Timeout | undefined;
  #renewal: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #stopped = true;
  #nudged = false;

  constructor(options: LeasedLoopOptions) {
    this.#options = options;
  }

  start(): void {
    if (!this.#stopped) {
      return;
    }
    this.#stopped = false;
    this.#schedule(0);
  }

  /** Runs the next round at once, or right after the one that is running. */
  nudge(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#round) {
      this.#nudged = true;
    } else {
      this.#schedule(0);
    }
  }

  /** Waits for the running round and gives the lease back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    clearInterval(this.#renewal);
    await this.#options.leases
      .release(this.#options.name)
      .catch(error => this.#warn('giving back its lease', error));
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#round = this.#execute().then(nextMs => {
        this.#round = undefined;
        this.#schedule(this.#nudged ? 0 : nextMs);
        this.#nudged = false;
      });
    }, delayMs);
    this.#timer.unref();
  }

  async #execute(): Promise<number> {
    const { run } = this.#options;
    const retryMs = this.#options.retryMs ?? DEFAULT_RETRY_MS;
    try {
      return (await this.#acquire()) ? await run() : retryMs;
    } catch (error) {
      this.#warn('a round', error);
      return retryMs;
    }
  }

  /**
   * The lease is short and renewed all the time, also between rounds: work
   * stays on one replica, and the death of that replica costs seconds.
   */
  async #acquire(): Promise<boolean> {
    const { leases, name } = this.#options;
    const leaseMs = this.#options.leaseMs ?? DEFAULT_LEASE_MS;
    const acquired = await leases.acquire(name, leaseMs);
    clearInterval(this.#renewal);
    if (acquired) {
      this.#renewal = setInterval(() => {
        leases
          .acquire(name, leaseMs)
          .catch(error => this.#warn('renewing its lease', error));
      }, leaseMs / 3);
      this.#renewal.unref();
    }
    return acquired;
  }

  #warn(during: string, error: unknown): void {
    this.#options.logger.warn(
      `${this.#options.name} failed during ${during} and tries again: ${stringifyError(error)}`,
    );
  }
}
