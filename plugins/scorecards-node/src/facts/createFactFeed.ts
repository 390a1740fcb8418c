import {
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Router } from 'express';
import { Knex } from 'knex';
import { Leases } from '../database/Leases';
import { LeasedLoop } from '../loop/LeasedLoop';
import { createFactFeedRouter } from './factFeedRouter';
import { FactStore } from './FactStore';
import { FACTS_CHANGED_TOPIC, FactFeed, FactRow } from './types';

/** @public */
export interface FactFeedOptions {
  /** The plugin's database, with {@link migrateScorecardsNode} applied. */
  database: Knex;
  /** The id of the plugin that publishes. */
  source: string;
  /**
   * JSON Schema of the facts. Titles and descriptions are shown to people;
   * `restricted: true` marks numbers that only those are shown who may see the
   * evidence of the entity; what owners must not see is no fact (ADR 26).
   */
  schema: JsonObject;
  /** What a service needs to read the feed. */
  permission: BasicPermission;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  events?: EventsService;
  logger: LoggerService;
  clock?: () => Date;
}

const DUE_BATCH = 500;
const DUE_INTERVAL_MS = 10_000;

class DatabaseFactFeed<F> implements FactFeed<F> {
  readonly #options: FactFeedOptions;
  readonly #store: FactStore<F>;
  readonly #clock: () => Date;
  #loop: LeasedLoop | undefined;

  constructor(options: FactFeedOptions, store: FactStore<F>) {
    this.#options = options;
    this.#store = store;
    this.#clock = options.clock ?? (() => new Date());
  }

  publish(tx: Knex.Transaction, rows: FactRow<F>[]): Promise<string[]> {
    return this.#store.publish(tx, rows);
  }

  async announce(): Promise<void> {
    const { events, logger, source } = this.#options;
    try {
      await events?.publish({
        topic: FACTS_CHANGED_TOPIC,
        eventPayload: { source },
      });
    } catch (error) {
      logger.warn(
        `Readers of facts learn of a change later: ${stringifyError(error)}`,
      );
    }
  }

  router(): Router {
    return createFactFeedRouter({
      ...this.#options,
      read: (cursor, limit) => this.#store.read(cursor, limit),
    });
  }

  start(recompute: (entityRefs: string[]) => Promise<void>): void {
    this.#loop ??= new LeasedLoop({
      name: `${this.#options.source}-facts-due`,
      leases: new Leases(this.#options),
      logger: this.#options.logger,
      retryMs: DUE_INTERVAL_MS,
      run: async () => {
        await this.recomputeDue(recompute);
        return DUE_INTERVAL_MS;
      },
    });
    this.#loop.start();
  }

  async recomputeDue(
    recompute: (entityRefs: string[]) => Promise<void>,
  ): Promise<number> {
    const now = this.#clock().getTime();
    let count = 0;
    let page = await this.#store.due(now, DUE_BATCH);
    while (page.length > 0) {
      count += page.length;
      await recompute(page.map(row => row.entityRef));
      page = await this.#store.due(now, DUE_BATCH, page.at(-1));
    }
    return count;
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
  }
}

/**
 * Makes the calling plugin a source of facts.
 *
 * @public
 */
export async function createFactFeed<F>(
  options: FactFeedOptions,
): Promise<FactFeed<F>> {
  const store = new FactStore<F>(options.database);
  await store.ensureFeed();
  return new DatabaseFactFeed<F>(options, store);
}
