import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { IngestionConfig } from '../config/readIngestionConfig';
import { DAY_MS } from '../sla';
import { ArrivalStore } from '../store/ArrivalStore';
import { BodyStore } from '../store/BodyStore';
import { EntityStateStore } from '../store/EntityStateStore';
import { InventoryStore } from '../store/InventoryStore';
import { ReportStore } from '../store/ReportStore';
import { RetentionStore } from '../store/RetentionStore';
import { AbandonedScope, ScopeStore } from '../store/ScopeStore';
import { UploadTokenStore } from '../store/UploadTokenStore';
import { UsedIdTokenStore } from '../store/UsedIdTokenStore';
import { RetentionCounts } from '../store/RetentionRunStore';
import { IDEMPOTENCY_KEY_KEPT_MS } from './ReportReceiver';

const BATCH = 100;

/** Whoever tells of them looks every minute. */
const ARRIVALS_KEPT_DAYS = 7;

export interface RetentionOptions {
  database: Knex;
  arrivals: ArrivalStore;
  bodies: BodyStore;
  reports: ReportStore;
  scopes: Pick<ScopeStore, 'listAbandoned'>;
  states: EntityStateStore;
  inventories: InventoryStore;
  retentionRows: RetentionStore;
  tokens: UploadTokenStore;
  usedIdTokens: UsedIdTokenStore;
  retention: IngestionConfig['retention'];
  clock: () => Date;
}

/** Forgets what is no longer kept, in small steps. */
export class Retention {
  readonly #options: RetentionOptions;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** Answers how many of each. */
  async sweep(): Promise<Omit<RetentionCounts, 'findings' | 'history'>> {
    const { arrivals, clock, reports, retention, tokens, usedIdTokens } =
      this.#options;
    const now = clock().getTime();
    const otherRefsBefore = now - retention.otherRefs * DAY_MS;
    await usedIdTokens.deleteExpired(now);
    await arrivals.deleteBefore(now - ARRIVALS_KEPT_DAYS * DAY_MS);
    return {
      bodies: await this.#dropBodies(now - retention.bodies * DAY_MS),
      uploads: await this.#dropUploads(now - DAY_MS),
      branches: await this.#dropScopes(otherRefsBefore),
      inventories: await this.#dropInventories(otherRefsBefore),
      deliveries: await this.#dropDeliveries(
        now - retention.deliveries * DAY_MS,
      ),
      idempotencyKeys: await reports.dropIdempotencyKeys(
        now - IDEMPOTENCY_KEY_KEPT_MS,
      ),
      // What such a token sent can be in quarantine as long, and is looked at
      // again by what it was bound to.
      tokens: await tokens.deleteExchangedBefore(
        now - (retention.quarantine + 1) * DAY_MS,
      ),
    };
  }

  async #dropBodies(before: number): Promise<number> {
    const { bodies } = this.#options;
    let dropped = 0;
    let ids = await bodies.listBodiesBefore(before, BATCH);
    while (ids.length > 0) {
      await bodies.dropBodies(ids);
      dropped += ids.length;
      ids = await bodies.listBodiesBefore(before, BATCH);
    }
    return dropped;
  }

  /** Uploads that broke off with their process. */
  async #dropUploads(before: number): Promise<number> {
    const { bodies } = this.#options;
    const ids = await bodies.listUploadsBefore(before);
    for (const id of ids) {
      await bodies.delete(id);
    }
    return ids.length;
  }

  async #dropDeliveries(before: number): Promise<number> {
    const { retentionRows } = this.#options;
    let dropped = 0;
    let step = BATCH;
    while (step > 0) {
      step = await retentionRows.deleteDeliveriesBefore(before, BATCH);
      dropped += step;
    }
    return dropped;
  }

  async #dropScopes(before: number): Promise<number> {
    const { scopes } = this.#options;
    let dropped = 0;
    let step: number;
    do {
      step = 0;
      for (const scope of await scopes.listAbandoned(before, BATCH)) {
        step += (await this.#dropScope(scope, before)) ? 1 : 0;
      }
      dropped += step;
    } while (step > 0);
    return dropped;
  }

  /**
   * Advances the version of the entity, so a report that was compared with the
   * findings before is compared again. An entity that somebody else changed
   * meanwhile waits for the next sweep.
   */
  async #dropScope(scope: AbandonedScope, before: number): Promise<boolean> {
    const { database, retentionRows, states } = this.#options;
    const { entityRef } = scope;
    const known = (await states.get([entityRef])).get(entityRef);
    try {
      return await database.transaction(async tx => {
        if (known) {
          await states.advance(tx, { ...known, version: known.version + 1 });
        }
        return retentionRows.deleteScope(tx, scope, before);
      });
    } catch (error) {
      if (!ConflictError.is(error)) {
        throw error;
      }
      return false;
    }
  }

  async #dropInventories(before: number): Promise<number> {
    const { inventories } = this.#options;
    let dropped = 0;
    let ids = await inventories.listAbandoned(before, BATCH);
    while (ids.length > 0) {
      await inventories.delete(ids);
      dropped += ids.length;
      ids = await inventories.listAbandoned(before, BATCH);
    }
    return dropped;
  }
}
