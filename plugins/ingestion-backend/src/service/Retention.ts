import { Knex } from 'knex';
import { IngestionConfig } from '../config/readIngestionConfig';
import { DAY_MS } from '../sla';
import { BodyStore } from '../store/BodyStore';
import { InventoryStore } from '../store/InventoryStore';
import { ReportStore } from '../store/ReportStore';
import { RetentionStore } from '../store/RetentionStore';
import { ScopeStore } from '../store/ScopeStore';
import { UploadTokenStore } from '../store/UploadTokenStore';
import { UsedIdTokenStore } from '../store/UsedIdTokenStore';
import { IDEMPOTENCY_KEY_KEPT_MS } from './ReportReceiver';

const BATCH = 100;

export interface RetentionOptions {
  database: Knex;
  bodies: BodyStore;
  reports: ReportStore;
  scopes: ScopeStore;
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

  async sweep(): Promise<void> {
    const { clock, reports, retention, tokens, usedIdTokens } = this.#options;
    const now = clock().getTime();
    await this.#dropBodies(now - retention.bodies * DAY_MS);
    await this.#dropUploads(now - DAY_MS);
    await this.#dropScopes(now - retention.otherRefs * DAY_MS);
    await this.#dropInventories(now - retention.otherRefs * DAY_MS);
    await this.#dropDeliveries(now - retention.deliveries * DAY_MS);
    await reports.dropIdempotencyKeys(now - IDEMPOTENCY_KEY_KEPT_MS);
    await usedIdTokens.deleteExpired(now);
    // What such a token sent can be in quarantine as long, and is looked at
    // again by what it was bound to.
    await tokens.deleteExchangedBefore(
      now - (retention.quarantine + 1) * DAY_MS,
    );
  }

  async #dropBodies(before: number): Promise<void> {
    const { bodies } = this.#options;
    let ids = await bodies.listBodiesBefore(before, BATCH);
    while (ids.length > 0) {
      await bodies.dropBodies(ids);
      ids = await bodies.listBodiesBefore(before, BATCH);
    }
  }

  /** Uploads that broke off with their process. */
  async #dropUploads(before: number): Promise<void> {
    const { bodies } = this.#options;
    for (const id of await bodies.listUploadsBefore(before)) {
      await bodies.delete(id);
    }
  }

  async #dropDeliveries(before: number): Promise<void> {
    const { retentionRows } = this.#options;
    let dropped = BATCH;
    while (dropped > 0) {
      dropped = await retentionRows.deleteDeliveriesBefore(before, BATCH);
    }
  }

  async #dropScopes(before: number): Promise<void> {
    const { retentionRows, scopes } = this.#options;
    let abandoned = await scopes.listAbandoned(before, BATCH);
    while (abandoned.length > 0) {
      for (const { id } of abandoned) {
        await retentionRows.deleteScope(id);
      }
      abandoned = await scopes.listAbandoned(before, BATCH);
    }
  }

  async #dropInventories(before: number): Promise<void> {
    const { inventories } = this.#options;
    let ids = await inventories.listAbandoned(before, BATCH);
    while (ids.length > 0) {
      await inventories.delete(ids);
      ids = await inventories.listAbandoned(before, BATCH);
    }
  }
}
