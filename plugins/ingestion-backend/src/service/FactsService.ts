import { ConflictError } from '@backstage/errors';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { toFacts } from '../coverage/toFacts';
import { CoverageStore } from '../store/CoverageStore';
import { EntityStateStore } from '../store/EntityStateStore';
import { ExpectationStore } from '../store/ExpectationStore';
import { FindingCountStore } from '../store/FindingCountStore';
import { QueueStore } from '../store/QueueStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';

export interface FactsServiceOptions {
  database: Knex;
  feed: FactFeed<IngestionFacts>;
  states: EntityStateStore;
  coverage: CoverageStore;
  counts: FindingCountStore;
  expectations: ExpectationStore;
  queue: QueueStore;
  announcer: ChangeAnnouncer;
  clock: () => Date;
}

/** Turns what is stored of an entity into facts for scorecards. */
export class FactsService {
  readonly #options: FactsServiceOptions;

  constructor(options: FactsServiceOptions) {
    this.#options = options;
  }

  /**
   * Publishes the facts of an entity as of a time. Must be the last statement
   * before the commit.
   */
  async publish(
    tx: Knex.Transaction,
    entityRef: string,
    asOf: number,
  ): Promise<void> {
    const { coverage, counts, expectations, feed } = this.#options;
    const { facts, validUntil } = toFacts(
      await coverage.list(tx, entityRef),
      await counts.countOpen(entityRef, asOf, tx),
      asOf,
      await expectations.list(tx, entityRef),
    );
    await feed.publish(tx, [
      {
        entityRef,
        facts,
        observedAt: new Date(asOf).toISOString(),
        ...(validUntil && { validUntil: new Date(validUntil).toISOString() }),
      },
    ]);
  }

  async withdraw(
    tx: Knex.Transaction,
    entityRef: string,
    asOf: number,
  ): Promise<void> {
    await this.#options.feed.publish(tx, [
      { entityRef, facts: null, observedAt: new Date(asOf).toISOString() },
    ]);
  }

  /**
   * Brings facts up to date that time alone has changed. Entities with waiting
   * reports are left out: these publish themselves, as of the time of their
   * scans, and history that is still being loaded must not be overtaken.
   */
  async recompute(entityRefs: string[]): Promise<void> {
    const { announcer, clock, counts, database, feed, queue, states } =
      this.#options;
    const now = clock().getTime();
    const waiting = await queue.waitingAmong(entityRefs);
    const known = await states.get(entityRefs.filter(ref => !waiting.has(ref)));
    for (const state of known.values()) {
      const next = { ...state, version: state.version + 1 };
      try {
        await database.transaction(async tx => {
          await states.advance(tx, next);
          await counts.rankOverdue(tx, state.entityRef, now);
          await this.publish(tx, state.entityRef, now);
        });
        announcer.changed(state.entityRef, next.version);
      } catch (error) {
        // Whoever changed the entity has published it.
        if (!ConflictError.is(error)) {
          throw error;
        }
      }
    }
    if (known.size > 0) {
      await feed.announce();
    }
  }
}
