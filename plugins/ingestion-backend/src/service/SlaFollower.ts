import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { dueOffsets, SLA_CLASSES, SlaClass, SlaPolicy } from '../sla';
import { EntityChangeStore } from '../store/EntityChangeStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { FactsService } from './FactsService';

export interface SlaFollowerOptions {
  database: Knex;
  states: EntityStateStore;
  changes: EntityChangeStore;
  facts: FactsService;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  announcer: ChangeAnnouncer;
  sla: SlaPolicy;
  logger: LoggerService;
  clock: () => Date;
}

const ENTITIES_AT_ONCE = 100;

/** Brings due dates up to date with a policy that was changed. */
export class SlaFollower {
  readonly #options: SlaFollowerOptions;
  #stopped = false;

  constructor(options: SlaFollowerOptions) {
    this.#options = options;
  }

  /**
   * Goes through all entities whose due dates come from another policy. What a
   * crash leaves undone is done after the next start.
   */
  async follow(): Promise<void> {
    let count = 0;
    for (const slaClass of SLA_CLASSES) {
      count += await this.#followClass(slaClass);
    }
    if (count > 0) {
      await this.#options.feed.announce();
      this.#options.logger.info(
        `The SLA policy changed: computed the due dates of ${count} entities again`,
      );
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  async #followClass(slaClass: SlaClass): Promise<number> {
    const { sla, states } = this.#options;
    const offsets = dueOffsets(sla, slaClass);
    let count = 0;
    while (!this.#stopped) {
      const outdated = await states.listWithOtherOffsets(
        slaClass,
        offsets,
        ENTITIES_AT_ONCE,
      );
      if (outdated.length === 0) {
        break;
      }
      for (const state of outdated) {
        count += (await this.#update(state, offsets)) ? 1 : 0;
      }
    }
    return count;
  }

  async #update(
    state: EntityState,
    offsets: (number | null)[],
  ): Promise<boolean> {
    const { announcer, changes, clock, database, facts, states } =
      this.#options;
    const now = clock().getTime();
    const next = {
      ...state,
      version: state.version + 1,
      dueOffsets: offsets,
    };
    try {
      await database.transaction(async tx => {
        await states.advance(tx, next);
        await changes.recomputeDue(tx, state.entityRef, offsets, now);
        if (!state.vanished) {
          await facts.publish(tx, state.entityRef, now);
        }
      });
    } catch (error) {
      // Somebody else changed it; it is listed again if it is still outdated.
      if (ConflictError.is(error)) {
        return false;
      }
      throw error;
    }
    announcer.changed(state.entityRef, next.version);
    return true;
  }
}
