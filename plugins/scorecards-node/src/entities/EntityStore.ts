import { Knex } from 'knex';
import { hashOf } from '../database/canonicalJson';
import { chunks } from '../database/chunks';
import { fromBigint } from '../database/engine';
import { EntityHash, EntityRow } from './types';

interface StoredEntity {
  entity_ref: string;
  uid: string | null;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  type: string | null;
  lifecycle: string | null;
  annotations: string;
  relations: string;
  hash: string;
  as_of: number | string;
  missed_sweeps: number;
  pending: number;
}

const TABLE = 'synchrony_entities';
const ROWS_A_STATEMENT = 500;
/** An entity is absent after this many complete sweeps without it. */
const SWEEPS_TO_ABSENCE = 2;

function hashOfEntity(row: EntityRow): string {
  return hashOf({ ...row, asOf: undefined });
}

function toStored(row: EntityRow): StoredEntity {
  return {
    entity_ref: row.entityRef,
    uid: row.uid ?? null,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? null,
    owner_ref: row.ownerRef ?? null,
    system_ref: row.systemRef ?? null,
    type: row.type ?? null,
    lifecycle: row.lifecycle ?? null,
    annotations: JSON.stringify(row.annotations),
    relations: JSON.stringify(row.relations),
    hash: hashOfEntity(row),
    as_of: Date.parse(row.asOf),
    missed_sweeps: 0,
    pending: 1,
  };
}

function fromStored(row: StoredEntity): EntityRow {
  return {
    entityRef: row.entity_ref,
    uid: row.uid ?? undefined,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    annotations: JSON.parse(row.annotations),
    relations: JSON.parse(row.relations),
    asOf: new Date(fromBigint(row.as_of)).toISOString(),
  };
}

/** The table behind an entity projection. */
export class EntityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(entityRefs: string[]): Promise<EntityRow[]> {
    const rows: EntityRow[] = [];
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const stored = await this.#database<StoredEntity>(TABLE)
        .whereIn('entity_ref', chunk)
        .andWhere('missed_sweeps', '<', SWEEPS_TO_ABSENCE);
      rows.push(...stored.map(fromStored));
    }
    return rows;
  }

  async hashes(entityRefs: string[]): Promise<Map<string, EntityHash>> {
    const hashes = new Map<string, EntityHash>();
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      const stored = await this.#database<StoredEntity>(TABLE)
        .select('entity_ref', 'hash', 'owner_ref')
        .whereIn('entity_ref', chunk)
        .andWhere('missed_sweeps', '<', SWEEPS_TO_ABSENCE);
      for (const { entity_ref: entityRef, hash, owner_ref: owner } of stored) {
        hashes.set(entityRef, { hash, ownerRef: owner ?? undefined });
      }
    }
    return hashes;
  }

  /** Stores what differs; what it stores waits for the listeners. */
  async upsertChanged(rows: EntityRow[]): Promise<void> {
    for (const chunk of chunks(rows.map(toStored), ROWS_A_STATEMENT)) {
      const known = await this.#database<StoredEntity>(TABLE)
        .select('entity_ref', 'hash', 'missed_sweeps')
        .whereIn(
          'entity_ref',
          chunk.map(row => row.entity_ref),
        );
      const byRef = new Map(known.map(row => [row.entity_ref, row]));
      const changed = chunk.filter(row => {
        const before = byRef.get(row.entity_ref);
        return before?.hash !== row.hash || before.missed_sweeps > 0;
      });
      if (changed.length > 0) {
        await this.#database<StoredEntity>(TABLE)
          .insert(changed)
          .onConflict('entity_ref')
          .merge();
      }
    }
  }

  /** Ends a complete sweep: counts it against every entity that it missed. */
  async countMissed(seen: Set<string>, startedAt: Date): Promise<void> {
    const known = await this.#database<StoredEntity>(TABLE)
      .select('entity_ref')
      .where('as_of', '<', startedAt.getTime());
    const missed = known
      .map(row => row.entity_ref)
      .filter(entityRef => !seen.has(entityRef));
    for (const chunk of chunks(missed, ROWS_A_STATEMENT)) {
      await this.#database<StoredEntity>(TABLE)
        .whereIn('entity_ref', chunk)
        .increment('missed_sweeps', 1);
    }
  }

  async pending(limit: number): Promise<EntityRow[]> {
    const stored = await this.#database<StoredEntity>(TABLE)
      .where({ pending: 1 })
      .andWhere('missed_sweeps', '<', SWEEPS_TO_ABSENCE)
      .orderBy('entity_ref')
      .limit(limit);
    return stored.map(fromStored);
  }

  /** A row that changed again in the meantime stays pending. */
  async settle(rows: EntityRow[]): Promise<void> {
    for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
      await this.#database<StoredEntity>(TABLE)
        .whereIn(
          ['entity_ref', 'hash'],
          chunk.map(row => [row.entityRef, hashOfEntity(row)]),
        )
        .update({ pending: 0 });
    }
  }

  async absent(limit: number): Promise<string[]> {
    const stored = await this.#database<StoredEntity>(TABLE)
      .select('entity_ref')
      .where('missed_sweeps', '>=', SWEEPS_TO_ABSENCE)
      .orderBy('entity_ref')
      .limit(limit);
    return stored.map(row => row.entity_ref);
  }

  async removeAbsent(entityRefs: string[]): Promise<void> {
    await this.#database<StoredEntity>(TABLE)
      .whereIn('entity_ref', entityRefs)
      .andWhere('missed_sweeps', '>=', SWEEPS_TO_ABSENCE)
      .delete();
  }

  async count(): Promise<number> {
    const [row] = await this.#database(TABLE).count<
      { count: number | string }[]
    >({ count: '*' });
    return fromBigint(row.count);
  }
}
