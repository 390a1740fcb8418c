import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { QueueStore } from '../store/QueueStore';
import { JobRunner, LEASE_MS } from './JobRunner';

const POLL_MS = 1000;

export interface QueueLoopOptions {
  queue: QueueStore;
  runner: JobRunner;
  /** Jobs at the same time in this process. */
  concurrency: number;
  logger: LoggerService;
  clock: () => Date;
}

/**
 * Keeps this process busy with jobs. It looks when it is nudged, when a job
 * ends, and every second for what other processes left behind.
 */
export class QueueLoop {
  readonly #options: QueueLoopOptions;
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(options: QueueLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stopped = false;
    this.nudge();
  }

  /** Looks for jobs now. */
  nudge(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#looking) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#again) {
        this.#again = false;
        this.nudge();
      } else if (!this.#stopped) {
        this.#timer = setTimeout(() => this.nudge(), POLL_MS);
        this.#timer.unref();
      }
    });
  }

  /** Resolves when nothing is being done any more. */
  async idle(): Promise<void> {
    while (this.#looking || this.#running.size > 0) {
      await this.#looking;
      await Promise.all(this.#running);
    }
  }

  /** Takes no more jobs and waits for those that run. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#running);
  }

  async #look(): Promise<void> {
    const { clock, concurrency, logger, queue, runner } = this.#options;
    const count = concurrency - this.#running.size;
    if (count <= 0) {
      return;
    }
    try {
      const jobs = await queue.claim({
        count,
        ticket: randomUUID(),
        now: clock().getTime(),
        leaseMs: LEASE_MS,
      });
      for (const job of jobs) {
        const run = runner.run(job).finally(() => {
          this.#running.delete(run);
          this.nudge();
        });
        this.#running.add(run);
      }
    } catch (error) {
      logger.warn(`Reports could not be claimed: ${stringifyError(error)}`);
    }
  }
}
