import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  QueueHealth,
  RetentionRun,
} from '@synchrony/backstage-plugin-ingestion-common';
import { durationFigures } from '../health';
import { FinishedReport, HealthStore } from '../store/HealthStore';
import {
  RetentionRunStore,
  StoredRetentionRun,
} from '../store/RetentionRunStore';
import { WorkerPool } from '../worker';
import { AdminAccess } from './AdminAccess';
import { RETENTION_EVERY_HOURS } from './RetentionSweep';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** As totals of lists. */
const MOST_COUNTED = 10_000;

export interface HealthServiceOptions {
  health: HealthStore;
  retentionRuns: RetentionRunStore;
  workers: Pick<WorkerPool, 'load'>;
  admins: AdminAccess;
  clock: () => Date;
}

/** How ingestion gets on, for who runs it. */
export class HealthService {
  readonly #options: HealthServiceOptions;

  constructor(options: HealthServiceOptions) {
    this.#options = options;
  }

  /** Throws `NotAllowedError`. */
  async getQueue(credentials: BackstageCredentials): Promise<QueueHealth> {
    const { admins, clock, health, retentionRuns, workers } = this.#options;
    await admins.require(credentials);
    const now = clock().getTime();
    const lastRun = await retentionRuns.last();
    return {
      queue: await this.#queue(now),
      lastHour: measure(
        await health.listFinished(now - HOUR_MS, MOST_COUNTED + 1),
      ),
      lastDay: await this.#lastDay(now),
      workers: workers.load(),
      retention: lastRun
        ? {
            lastRun: toRun(lastRun),
            overdueAt: isoOf(
              lastRun.startedAt + 2 * RETENTION_EVERY_HOURS * HOUR_MS,
            ),
          }
        : {},
      databaseBytes: await health.databaseBytes(),
      asOf: isoOf(now),
    };
  }

  async #queue(now: number): Promise<QueueHealth['queue']> {
    const { oldestWaitingSince, ...counts } =
      await this.#options.health.countQueue(now, MOST_COUNTED);
    return {
      ...counts,
      ...(oldestWaitingSince !== undefined && {
        oldestWaitingSince: isoOf(oldestWaitingSince),
      }),
      ...(counts.waiting + counts.processing === MOST_COUNTED && {
        isLowerBound: true,
      }),
    };
  }

  async #lastDay(now: number): Promise<QueueHealth['lastDay']> {
    const { health } = this.#options;
    const since = now - DAY_MS;
    const failed = await health.countReceived('failed', since, MOST_COUNTED);
    const rejected = await health.countReceived(
      'rejected',
      since,
      MOST_COUNTED,
    );
    return {
      failed,
      rejected,
      ...(Math.max(failed, rejected) === MOST_COUNTED && {
        isLowerBound: true,
      }),
    };
  }
}

function measure(found: FinishedReport[]): QueueHealth['lastHour'] {
  const reports = found.slice(0, MOST_COUNTED);
  return {
    finished: reports.length,
    waited: durationFigures(
      reports.flatMap(({ claimedAt, queuedAt }) =>
        claimedAt === undefined || queuedAt === undefined
          ? []
          : [Math.max(0, claimedAt - queuedAt)],
      ),
    ),
    processed: durationFigures(
      reports.flatMap(({ claimedAt, processedAt }) =>
        claimedAt === undefined ? [] : [Math.max(0, processedAt - claimedAt)],
      ),
    ),
    ...(found.length > MOST_COUNTED && { isLowerBound: true }),
  };
}

function toRun(run: StoredRetentionRun): RetentionRun {
  const { deleted, failed, finishedAt, startedAt } = run;
  return {
    startedAt: isoOf(startedAt),
    ...(finishedAt !== undefined && { finishedAt: isoOf(finishedAt) }),
    failed,
    ...(deleted && { deleted }),
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
