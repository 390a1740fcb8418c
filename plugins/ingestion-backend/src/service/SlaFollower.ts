import { LoggerService } from '@backstage/backend-plugin-api';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityProjection,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { DueTables, SLA_CLASSES, slaClassOf } from '../sla';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { SlaPolicyStore } from '../store/SlaPolicyStore';
import { DueUpdater } from './DueUpdater';

export interface SlaFollowerOptions {
  states: EntityStateStore;
  slaPolicies: SlaPolicyStore;
  entities: Pick<EntityProjection, 'get'>;
  dueTables: DueTables;
  dueUpdater: DueUpdater;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
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
    const { clock, dueTables, feed, logger, slaPolicies } = this.#options;
    await slaPolicies.put(dueTables.policy, clock().getTime());
    let count = await this.#followUnclassed();
    for (const slaClass of SLA_CLASSES) {
      count += await this.#followClass(slaClass);
    }
    if (count > 0) {
      await feed.announce();
      logger.info(
        `The SLA policy changed: computed the due dates of ${count} entities again`,
      );
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Entities that an earlier version stored without tier and exposure. */
  async #followUnclassed(): Promise<number> {
    const { entities, states } = this.#options;
    return this.#followAll(
      () => states.listOfOtherClasses(SLA_CLASSES, ENTITIES_AT_ONCE),
      async found => {
        const rows = await entities.get(found.map(state => state.entityRef));
        return found.map(state => ({
          ...state,
          slaClass: slaClassOf(rows.get(state.entityRef)?.annotations ?? {}),
        }));
      },
    );
  }

  async #followClass(slaClass: string): Promise<number> {
    const { dueTables, states } = this.#options;
    const { key } = dueTables.of(slaClass);
    return this.#followAll(
      () => states.listWithOtherKey(slaClass, key, ENTITIES_AT_ONCE),
      async found => found,
    );
  }

  async #followAll(
    list: () => Promise<EntityState[]>,
    classify: (found: EntityState[]) => Promise<EntityState[]>,
  ): Promise<number> {
    let count = 0;
    while (!this.#stopped) {
      const outdated = await classify(await list());
      if (outdated.length === 0) {
        break;
      }
      for (const state of outdated) {
        // Who was changed meanwhile is listed again if still outdated.
        count += (await this.#options.dueUpdater.update(state)) ? 1 : 0;
      }
    }
    return count;
  }
}
