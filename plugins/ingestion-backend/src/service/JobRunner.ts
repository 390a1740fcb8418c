import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { IngestionMetrics } from '../metrics';
import { Job, QueueStore } from '../store/QueueStore';
import { ReportOutcome } from '../store/ReportStore';
import { ReportFaultError, WorkerDiedError } from '../worker';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { Quarantine } from './Quarantine';
import { RejectedReports } from './RejectedReports';
import { ReportApplier } from './ReportApplier';
import { ReportProcessor } from './ReportProcessor';
import { ReportWaiters } from './ReportWaiters';

export const LEASE_MS = 60_000;

const LONGEST_PAUSE_MS = 5 * 60_000;

export interface JobRunnerOptions {
  queue: QueueStore;
  processor: ReportProcessor;
  applier: ReportApplier;
  quarantine: Quarantine;
  rejectedReports: RejectedReports;
  waiters: ReportWaiters;
  announcer: ChangeAnnouncer;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  metrics: IngestionMetrics;
  /** Attempts before a report counts as failed. */
  attempts: number;
  logger: LoggerService;
  clock: () => Date;
}

/** Runs one job to its end, and decides what becomes of it when it fails. */
export class JobRunner {
  readonly #options: JobRunnerOptions;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  /** Never throws: a job that can't be ended comes back when its lease ends. */
  async run(job: Job): Promise<void> {
    const startedAt = performance.now();
    const renewal = setInterval(() => {
      const until = this.#now() + LEASE_MS;
      this.#options.queue
        .renew(job, until)
        .catch(error => this.#warn(job, 'renewing its lease', error));
    }, LEASE_MS / 3);
    try {
      await this.#process(job);
    } catch (error) {
      await this.#fail(job, error).catch(failure =>
        this.#warn(job, 'noting its fault', failure),
      );
    } finally {
      clearInterval(renewal);
      this.#options.waiters.wake(job.reportId);
      this.#options.metrics.processed((performance.now() - startedAt) / 1000);
    }
  }

  async #process(job: Job): Promise<void> {
    const { announcer, attempts, feed, processor, quarantine } = this.#options;
    // Nobody noted the fault of the attempts before: their process died.
    if (job.attempt > attempts) {
      await this.#end(job, 'failed', {
        name: 'ProcessingError',
        message: `Processing was broken off ${attempts} times, maybe by this report`,
      });
      return;
    }
    const result = await processor.process(job);
    if (result.kind === 'unknown-entity') {
      await quarantine.hold(job);
      return;
    }
    if (result.version !== undefined) {
      announcer.changed(job.entityRef, result.version);
      await feed.announce();
    }
    this.#options.metrics.finished(result.outcome.status);
  }

  async #fail(job: Job, error: unknown): Promise<void> {
    const { attempts, queue } = this.#options;
    if (error instanceof ReportFaultError) {
      await this.#reject(job, error);
    } else if (error instanceof WorkerDiedError && isHopeless(error)) {
      await this.#end(job, 'rejected', faultOf(error));
    } else if (error instanceof WorkerDiedError && error.reason === 'stopped') {
      await queue.postpone(job, this.#now(), { countsAsAttempt: false });
    } else if (ServiceUnavailableError.is(error)) {
      // The catalog is away: that says nothing about the report.
      await queue.postpone(job, this.#now() + pauseAfter(job.attempt), {
        countsAsAttempt: false,
      });
      this.#warn(job, 'an attempt', error);
    } else if (ConflictError.is(error)) {
      // Somebody changed the entity meanwhile, which is no fault of the report.
      await queue.postpone(job, this.#now(), { countsAsAttempt: false });
    } else if (job.attempt >= attempts) {
      this.#warn(job, 'its last attempt', error);
      await this.#end(job, 'failed', faultOf(error));
    } else {
      this.#warn(job, 'an attempt', error);
      await queue.postpone(job, this.#now() + pauseAfter(job.attempt), {
        countsAsAttempt: true,
      });
    }
  }

  async #reject(job: Job, { fault }: ReportFaultError): Promise<void> {
    const { announcer, feed, metrics, rejectedReports } = this.#options;
    const version = await rejectedReports.end(job, fault);
    if (version !== undefined) {
      announcer.changed(job.entityRef, version);
      await feed.announce();
    }
    metrics.finished('rejected');
  }

  async #end(
    job: Job,
    status: 'rejected' | 'failed',
    error: ReportOutcome['error'],
  ): Promise<void> {
    await this.#options.applier.end(job, {
      status,
      applied: false,
      reason: status,
      processedAt: this.#now(),
      error,
    });
    this.#options.metrics.finished(status);
  }

  #now(): number {
    return this.#options.clock().getTime();
  }

  #warn(job: Job, during: string, error: unknown): void {
    this.#options.logger.warn(
      `Report ${job.reportId} of ${job.entityRef} failed during ${during}: ${stringifyError(error)}`,
    );
  }
}

/** The same report would fail in the same way again. */
function isHopeless(error: WorkerDiedError): boolean {
  return error.reason === 'memory' || error.reason === 'timeout';
}

/** What the submitter may know of a fault that is not the report's. */
function faultOf(error: unknown): ReportOutcome['error'] {
  return error instanceof WorkerDiedError
    ? { name: error.name, message: error.message }
    : {
        name: 'ProcessingError',
        message:
          'The report could not be processed, although it may be right. The log of the back end says why.',
      };
}

function pauseAfter(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1000 * attempt ** 2);
}
