import { ConflictError } from '@backstage/errors';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityProjection,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { defaultRefOf } from '../scope/defaultRef';
import { DueTables, slaClassOf } from '../sla';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { QueueStore } from '../store/QueueStore';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { FactsService } from './FactsService';
import { WaiverSettler } from './WaiverSettler';

/** How often an entity is tried again when reports come in between. */
const MOST_TRIES = 20;
const ENTITIES_AT_ONCE = 100;

export interface WaiverApplierOptions {
  database: Knex;
  states: EntityStateStore;
  waiverEntities: WaiverEntityStore;
  queue: QueueStore;
  facts: FactsService;
  settler: WaiverSettler;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  announcer: ChangeAnnouncer;
  entities: Pick<EntityProjection, 'get'>;
  dueTables: DueTables;
  defaultRef: string;
  clock: () => Date;
}

/**
 * Makes entities whose waivers changed follow them: findings, history and
 * facts of each in one transaction. What a crash leaves is still pending.
 */
export class WaiverApplier {
  readonly #options: WaiverApplierOptions;

  constructor(options: WaiverApplierOptions) {
    this.#options = options;
  }

  /** Goes through what is pending, of one waiver or of all. */
  async applyPending(
    options: { waiverId?: string; most?: number } = {},
  ): Promise<number> {
    const { feed, waiverEntities } = this.#options;
    const { most = Infinity, waiverId } = options;
    let count = 0;
    let after: string | undefined;
    let refs: string[];
    do {
      const limit = Math.min(ENTITIES_AT_ONCE, most - count);
      refs = await waiverEntities.listPending(limit, { after, waiverId });
      for (const entityRef of refs) {
        await this.#applyPersistently(entityRef);
      }
      count += refs.length;
      after = refs.at(-1);
    } while (refs.length > 0 && count < most);
    if (count > 0) {
      await feed.announce();
    }
    return count;
  }

  async #applyPersistently(entityRef: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#apply(entityRef);
        return;
      } catch (error) {
        if (!ConflictError.is(error) || tries === MOST_TRIES) {
          throw error;
        }
      }
    }
  }

  async #apply(entityRef: string): Promise<void> {
    const { announcer, clock, database, facts, queue, settler, states } =
      this.#options;
    const now = clock().getTime();
    const known = (await states.get([entityRef])).get(entityRef);
    const state = known ?? (await this.#firstState(entityRef));
    if (!state) {
      await database.transaction(tx => settler.settle(tx, entityRef, now));
      return;
    }
    const waiting = await queue.waitingAmong([entityRef]);
    const next = { ...state, version: state.version + 1 };
    await database.transaction(async tx => {
      await states.advance(tx, next);
      if (state.vanished) {
        await settler.settle(tx, entityRef, now);
      } else {
        // History that is still being loaded must not be overtaken.
        const overtakes = waiting.has(entityRef) && state.observedAt > 0;
        await facts.publish(tx, entityRef, overtakes ? state.observedAt : now);
      }
    });
    announcer.changed(entityRef, next.version);
  }

  /** Checks can be waived before the first report of an entity arrives. */
  async #firstState(entityRef: string): Promise<EntityState | undefined> {
    const { clock, database, defaultRef, dueTables, entities, settler } =
      this.#options;
    const waived = await settler.hasWaivedChecks(
      database,
      entityRef,
      clock().getTime(),
    );
    const entity = waived && (await entities.get([entityRef])).get(entityRef);
    if (!entity) {
      return undefined;
    }
    const slaClass = slaClassOf(entity.annotations);
    return {
      entityRef,
      version: 0,
      defaultRef: defaultRefOf(entity.annotations, defaultRef),
      slaClass,
      dueKey: dueTables.of(slaClass).key,
      observedAt: 0,
      vanished: false,
    };
  }
}
