import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { toBoolean, toNumber } from './engine';

/** What ingestion keeps of an entity with reports. */
export interface EntityState {
  entityRef: string;
  version: number;
  defaultRef: string;
  /** See `slaClassOf`. */
  slaClass: string;
  /** Key of the table that the due dates of its findings were computed with. */
  dueKey: string;
  /** The newest scan that was applied. */
  observedAt: number;
  vanished: boolean;
  /** By which it is recognised when it comes back under another name. */
  sourceLocation?: string;
}

interface StateRow {
  entity_ref: string;
  version: number | string;
  default_ref: string;
  sla_class: string;
  due_offsets: string;
  observed_at: number | string;
  vanished: boolean | number;
  source_location: string | null;
}

function toState(row: StateRow): EntityState {
  return {
    entityRef: row.entity_ref,
    version: toNumber(row.version),
    defaultRef: row.default_ref,
    slaClass: row.sla_class,
    dueKey: row.due_offsets,
    observedAt: toNumber(row.observed_at),
    vanished: toBoolean(row.vanished),
    sourceLocation: row.source_location ?? undefined,
  };
}

export class EntityStateStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(entityRefs: string[]): Promise<Map<string, EntityState>> {
    const rows = await this.#database<StateRow>('entity_states').whereIn(
      'entity_ref',
      entityRefs,
    );
    return new Map(rows.map(row => [row.entity_ref, toState(row)]));
  }

  async listVanished(limit: number): Promise<string[]> {
    return this.#database('entity_states')
      .where({ vanished: true })
      .limit(limit)
      .pluck('entity_ref');
  }

  /** Entities of a class whose due dates were computed with something else. */
  async listWithOtherKey(
    slaClass: string,
    dueKey: string,
    limit: number,
  ): Promise<EntityState[]> {
    const rows = await this.#database<StateRow>('entity_states')
      .where('sla_class', slaClass)
      .whereNot('due_offsets', dueKey)
      .limit(limit);
    return rows.map(toState);
  }

  /** Entities of none of these classes. */
  async listOfOtherClasses(
    slaClasses: readonly string[],
    limit: number,
  ): Promise<EntityState[]> {
    const rows = await this.#database<StateRow>('entity_states')
      .whereNotIn('sla_class', slaClasses)
      .limit(limit);
    return rows.map(toState);
  }

  /**
   * Stores a state whose version is one above the one that was read, and locks
   * the entity until the commit. Throws `ConflictError` when somebody else
   * changed it in between: what was compared is out of date.
   */
  async advance(tx: Knex.Transaction, state: EntityState): Promise<void> {
    const columns = {
      version: state.version,
      default_ref: state.defaultRef,
      sla_class: state.slaClass,
      due_offsets: state.dueKey,
      observed_at: state.observedAt,
      vanished: state.vanished,
      source_location: state.sourceLocation ?? null,
    };
    if (state.version === 1) {
      const inserted = await tx('entity_states')
        .insert({ entity_ref: state.entityRef, ...columns })
        .onConflict('entity_ref')
        .ignore()
        .returning('entity_ref');
      if (inserted.length > 0) {
        return;
      }
    } else {
      const updated = await tx('entity_states')
        .where({ entity_ref: state.entityRef, version: state.version - 1 })
        .update(columns);
      if (updated > 0) {
        return;
      }
    }
    throw new ConflictError(`${state.entityRef} changed in the meantime`);
  }
}
