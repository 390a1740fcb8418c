import { LoggerService } from '@backstage/backend-plugin-api';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DAY_MS } from '../sla';
import { Job, QueueStore } from '../store/QueueStore';
import { ReportStore, StoredReport } from '../store/ReportStore';

export const UNKNOWN_ENTITY = 'unknown-entity';

const BATCH = 500;

export interface QuarantineOptions {
  database: Knex;
  reports: ReportStore;
  queue: QueueStore;
  entities: Pick<EntityProjection, 'get'>;
  /** Whether a submitter may still write the entity. */
  mayRelease(report: StoredReport): Promise<boolean>;
  /** Days after which reports are given up. */
  days: number;
  logger: LoggerService;
  clock: () => Date;
}

/** Keeps reports of entities that do not exist yet. */
export class Quarantine {
  readonly #options: QuarantineOptions;
  readonly #listeners: (() => void)[] = [];

  constructor(options: QuarantineOptions) {
    this.#options = options;
  }

  /** Adds a listener that is called when reports were put into the queue. */
  onRelease(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Takes a job out of the queue until its entity appears. */
  async hold(job: Job): Promise<void> {
    const { database, queue, reports } = this.#options;
    await database.transaction(async tx => {
      if (await queue.finish(tx, job)) {
        await reports.hold(tx, job.reportId, UNKNOWN_ENTITY);
      }
    });
  }

  /** Puts reports of these entities into the queue, oldest first. */
  async release(entityRefs: string[]): Promise<void> {
    const { logger, mayRelease, reports } = this.#options;
    const waiting = await reports.listQuarantined(entityRefs);
    for (const report of waiting) {
      if (await mayRelease(report)) {
        await this.#requeue(report);
        logger.info(
          `Report ${report.id} leaves quarantine: ${report.entityRef} exists now`,
        );
      } else {
        await this.#reject(
          report,
          `${report.submitter} may no longer send reports for ${report.entityRef}`,
        );
      }
    }
    if (waiting.length > 0) {
      for (const listener of this.#listeners) {
        listener();
      }
    }
  }

  /** Looks after all that wait: a change in the catalog may have been missed. */
  async review(): Promise<void> {
    const { clock, days, entities, reports } = this.#options;
    const refs = await reports.listQuarantinedEntities(BATCH);
    if (refs.length > 0) {
      const found = await entities.get(refs);
      await this.release(refs.filter(ref => found.get(ref)));
    }
    const before = clock().getTime() - days * DAY_MS;
    for (const report of await reports.listQuarantinedBefore(before, BATCH)) {
      await this.#reject(
        report,
        `${report.entityRef} did not appear in the catalog within ${days} days`,
      );
    }
  }

  async #requeue(report: StoredReport): Promise<void> {
    const { clock, database, queue, reports } = this.#options;
    await database.transaction(async tx => {
      if (await reports.leaveQuarantine(tx, report.id)) {
        await queue.add(tx, report.id, report.entityRef, clock().getTime());
      }
    });
  }

  async #reject(report: StoredReport, message: string): Promise<void> {
    const { clock, reports } = this.#options;
    await reports.refuse(report.id, {
      reason: UNKNOWN_ENTITY,
      processedAt: clock().getTime(),
      error: { name: 'NotAllowedError', message },
    });
  }
}
