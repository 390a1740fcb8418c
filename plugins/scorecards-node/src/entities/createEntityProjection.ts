import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { Leases } from '../database/Leases';
import { LeasedLoop } from '../loop/LeasedLoop';
import { EntityStore } from './EntityStore';
import { normalizeEntityRef } from './entityRef';
import { ENTITY_FIELDS, toEntityRow } from './toEntityRow';
import { EntityChange, EntityHash, EntityProjection, EntityRow } from './types';

/** @public */
export interface EntityProjectionOptions {
  /** The plugin's database, with {@link migrateScorecardsNode} applied. */
  database: Knex;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Kinds to keep. */
  kinds?: string[];
  clock?: () => Date;
}

const DEFAULT_KINDS = [
  'Component',
  'System',
  'Domain',
  'API',
  'Resource',
  'Group',
  'User',
];
const LISTENER_BATCH = 500;
const SWEEP_INTERVAL_MS = 60_000;
const LARGE_SWEEP_INTERVAL_MS = 300_000;
const LARGE_CATALOG = 20_000;
const FILLING_INTERVAL_MS = 5_000;

class DatabaseEntityProjection implements EntityProjection {
  readonly #options: EntityProjectionOptions;
  readonly #kinds: string[];
  readonly #store: EntityStore;
  readonly #clock: () => Date;
  readonly #listeners: ((change: EntityChange) => Promise<void>)[] = [];
  readonly #loop: LeasedLoop;

  constructor(options: EntityProjectionOptions) {
    this.#options = options;
    this.#kinds = options.kinds ?? DEFAULT_KINDS;
    this.#store = new EntityStore(options.database);
    this.#clock = options.clock ?? (() => new Date());
    this.#loop = new LeasedLoop({
      name: 'entity-projection',
      leases: new Leases(options),
      logger: options.logger,
      run: () => this.#sweepAndPlanNext(),
    });
  }

  async get(entityRefs: string[]): Promise<Map<string, EntityRow | undefined>> {
    const wanted = [...new Set(entityRefs.map(normalizeEntityRef))];
    const result = new Map<string, EntityRow | undefined>(
      wanted.map(entityRef => [entityRef, undefined]),
    );
    for (const row of await this.#store.get(wanted)) {
      result.set(row.entityRef, row);
    }
    const unknown = wanted.filter(entityRef => !result.get(entityRef));
    for (const chunk of chunks(unknown, LISTENER_BATCH)) {
      const found = await this.#fetch(chunk);
      await this.#store.upsertChanged(found.filter(row => this.#keeps(row)));
      for (const row of found) {
        result.set(row.entityRef, row);
      }
    }
    return result;
  }

  hashes(entityRefs: string[]): Promise<Map<string, EntityHash>> {
    return this.#store.hashes([...new Set(entityRefs.map(normalizeEntityRef))]);
  }

  async sweep(): Promise<void> {
    const startedAt = this.#clock();
    const seen = new Set<string>();
    const { auth, catalog } = this.#options;
    const pages = catalog.streamEntities(
      {
        filter: { kind: this.#kinds },
        fields: ENTITY_FIELDS,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      const rows = page.map(entity => toEntityRow(entity, this.#clock()));
      for (const row of rows) {
        seen.add(row.entityRef);
      }
      await this.#store.upsertChanged(rows);
      await this.#tellChanged();
    }
    await this.#store.countMissed(seen, startedAt);
    await this.#tellChanged();
    await this.#tellRemoved();
  }

  onChange(listener: (change: EntityChange) => Promise<void>): void {
    this.#listeners.push(listener);
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  #keeps(row: EntityRow): boolean {
    return this.#kinds.some(
      kind => kind.toLocaleLowerCase('en-US') === row.kind,
    );
  }

  async #fetch(entityRefs: string[]): Promise<EntityRow[]> {
    const { auth, catalog } = this.#options;
    try {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ENTITY_FIELDS },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return items
        .filter(entity => entity !== undefined)
        .map(entity => toEntityRow(entity, this.#clock()));
    } catch (error) {
      throw new ServiceUnavailableError('The catalog does not answer', error);
    }
  }

  async #tellChanged(): Promise<void> {
    let changed = await this.#store.pending(LISTENER_BATCH);
    while (changed.length > 0) {
      await this.#tell({ changed, removed: [] });
      await this.#store.settle(changed);
      changed = await this.#store.pending(LISTENER_BATCH);
    }
  }

  async #tellRemoved(): Promise<void> {
    let removed = await this.#store.absent(LISTENER_BATCH);
    while (removed.length > 0) {
      await this.#tell({ changed: [], removed });
      await this.#store.removeAbsent(removed);
      removed = await this.#store.absent(LISTENER_BATCH);
    }
  }

  async #tell(change: EntityChange): Promise<void> {
    for (const listener of this.#listeners) {
      await listener(change);
    }
  }

  /** While the catalog is filling up, the next sweep comes early. */
  async #sweepAndPlanNext(): Promise<number> {
    const before = await this.#store.count();
    const startedAt = Date.now();
    await this.sweep();
    const tookMs = Date.now() - startedAt;
    const after = await this.#store.count();
    if (after > before || after === 0) {
      return Math.max(FILLING_INTERVAL_MS, 10 * tookMs);
    }
    return after > LARGE_CATALOG ? LARGE_SWEEP_INTERVAL_MS : SWEEP_INTERVAL_MS;
  }
}

/**
 * Keeps in the plugin's own database what it needs of the catalog.
 *
 * @public
 */
export async function createEntityProjection(
  options: EntityProjectionOptions,
): Promise<EntityProjection> {
  return new DatabaseEntityProjection(options);
}
