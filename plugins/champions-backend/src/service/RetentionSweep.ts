import { AuditorService } from '@backstage/backend-plugin-api';
import {
  audited,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { auditMeta } from '../privacy/auditMeta';
import { PrivacyStore } from '../store/PrivacyStore';
import { RetentionStore } from '../store/RetentionStore';
import { PrivacyService } from './PrivacyService';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days that a nomination is kept which came to nothing. */
const CLOSED_DAYS = 90;
const BATCH = 500;
const HOUR_MS = 60 * 60_000;

export interface RetentionSweepOptions {
  database: Knex;
  auditor: AuditorService;
  entities: Pick<EntityProjection, 'get'>;
  privacy: Pick<PrivacyService, 'eraseNow'>;
  store: RetentionStore;
  assignments: Pick<PrivacyStore, 'dropAssignments'>;
  eraseAfterDays: number;
  clock: () => Date;
}

/** Deletes and erases what has been kept for long enough. */
export class RetentionSweep {
  readonly #options: RetentionSweepOptions;

  constructor(options: RetentionSweepOptions) {
    this.#options = options;
  }

  /** One round; answers how long to wait for the next. */
  async run(): Promise<number> {
    await this.#dropClosed();
    await this.#look();
    await this.#eraseGone();
    return HOUR_MS;
  }

  async #dropClosed(): Promise<void> {
    const { assignments, database, store } = this.#options;
    const before = this.#daysAgo(CLOSED_DAYS);
    let ids = await store.closedBefore(before, BATCH);
    while (ids.length > 0) {
      const dropped = ids;
      await database.transaction(tx =>
        assignments.dropAssignments(tx, dropped),
      );
      ids = await store.closedBefore(before, BATCH);
    }
  }

  /** A catalog that does not answer ends the round, and nobody is gone. */
  async #look(): Promise<void> {
    const { clock, entities, store } = this.#options;
    let people = await store.people(0, BATCH);
    while (people.length > 0) {
      const known = await entities.get(people.map(({ userRef }) => userRef));
      const isThere = Map.groupBy(people, ({ userRef }) =>
        Boolean(known.get(userRef)),
      );
      const idsOf = (there: boolean) =>
        isThere.get(there)?.map(({ id }) => id) ?? [];
      await store.markBack(idsOf(true));
      await store.markGone(idsOf(false), clock().getTime());
      people = await store.people(people.at(-1)!.id, BATCH);
    }
  }

  async #eraseGone(): Promise<void> {
    const { auditor, eraseAfterDays, privacy, store } = this.#options;
    const gone = await store.goneBefore(this.#daysAgo(eraseAfterDays), BATCH);
    for (const userRef of gone) {
      await audited(
        auditor,
        {
          eventId: 'person-erase',
          severityLevel: 'high',
          meta: { why: 'gone from the catalog' },
        },
        () => privacy.eraseNow(userRef),
        auditMeta,
      );
    }
  }

  #daysAgo(days: number): number {
    return this.#options.clock().getTime() - days * DAY_MS;
  }
}
