import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { DueTables } from '../sla';
import { EntityChangeStore } from '../store/EntityChangeStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { QueueStore } from '../store/QueueStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { FactsService } from './FactsService';

export interface DueUpdaterOptions {
  database: Knex;
  states: EntityStateStore;
  changes: EntityChangeStore;
  queue: QueueStore;
  dueTables: DueTables;
  facts: FactsService;
  announcer: ChangeAnnouncer;
  clock: () => Date;
}

/**
 * Brings due dates and ranks of an entity's findings up to date with policy and
 * intelligence, in one transaction with its facts.
 */
export class DueUpdater {
  readonly #options: DueUpdaterOptions;

  constructor(options: DueUpdaterOptions) {
    this.#options = options;
  }

  /** Whether any finding of the entity would change. */
  async isOutdated(state: EntityState): Promise<boolean> {
    const { changes, clock, database, dueTables } = this.#options;
    return changes.isOutdated(database, state.entityRef, {
      table: dueTables.of(state.slaClass),
      now: clock().getTime(),
    });
  }

  /** False when somebody else changed the entity since the state was read. */
  async update(state: EntityState): Promise<boolean> {
    const { announcer, changes, clock, database, dueTables } = this.#options;
    const { facts, queue, states } = this.#options;
    const now = clock().getTime();
    const table = dueTables.of(state.slaClass);
    const next = { ...state, version: state.version + 1, dueKey: table.key };
    const waiting = await queue.waitingAmong([state.entityRef]);
    // History that is still being loaded must not be overtaken.
    const asOf = waiting.has(state.entityRef) ? state.observedAt : now;
    try {
      await database.transaction(async tx => {
        await states.advance(tx, next);
        await changes.recomputeDue(tx, state.entityRef, { table, now });
        if (!state.vanished) {
          await facts.publish(tx, state.entityRef, asOf);
        }
      });
    } catch (error) {
      if (ConflictError.is(error)) {
        return false;
      }
      throw error;
    }
    announcer.changed(state.entityRef, next.version);
    return true;
  }
}
