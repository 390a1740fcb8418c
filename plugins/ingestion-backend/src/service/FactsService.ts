import { ConflictError } from '@backstage/errors';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { toFacts } from '../coverage/toFacts';
import { newestSbom } from '../coverage/sbom';
import { CoverageStore } from '../store/CoverageStore';
import { DeliveryFactStore } from '../store/DeliveryFactStore';
import { EntityStateStore } from '../store/EntityStateStore';
import { ExpectationStore } from '../store/ExpectationStore';
import { FindingCountStore } from '../store/FindingCountStore';
import { InventoryStore } from '../store/InventoryStore';
import { QueueStore } from '../store/QueueStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { WaiverSettler } from './WaiverSettler';

export interface FactsServiceOptions {
  database: Knex;
  feed: FactFeed<IngestionFacts>;
  states: EntityStateStore;
  coverage: CoverageStore;
  counts: FindingCountStore;
  deliveryFacts: DeliveryFactStore;
  inventories: InventoryStore;
  /** Days for which a list of components counts as current. */
  sbomDays: number;
  expectations: ExpectationStore;
  queue: QueueStore;
  settler: WaiverSettler;
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
   * Makes the findings of an entity follow its waivers, and publishes its facts
   * as of a time. Must be the last statement before the commit.
   */
  async publish(
    tx: Knex.Transaction,
    entityRef: string,
    asOf: number,
  ): Promise<void> {
    const { clock, coverage, counts, deliveryFacts, feed, inventories } =
      this.#options;
    const { expectations, sbomDays, settler } = this.#options;
    const waivers = await settler.settle(tx, entityRef, clock().getTime());
    const { facts, validUntil } = toFacts(
      {
        coverage: await coverage.list(tx, entityRef),
        open: await counts.countOpen(entityRef, asOf, tx),
        accepted: await counts.countAccepted(entityRef, asOf, tx),
        closed: await counts.countClosed(entityRef, asOf, tx),
        waivers,
        expectations: await expectations.list(tx, entityRef),
        sbom: newestSbom(await inventories.list(entityRef, tx), sbomDays),
      },
      asOf,
    );
    const delivery = await deliveryFacts.read(tx, entityRef, asOf);
    await feed.publish(tx, [
      {
        entityRef,
        facts: { ...facts, ...(delivery && { delivery }) },
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
