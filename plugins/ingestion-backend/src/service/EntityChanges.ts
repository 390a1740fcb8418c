import { LoggerService } from '@backstage/backend-plugin-api';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityChange,
  EntityRow,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { countsFor, defaultRefOf } from '../scope/defaultRef';
import { DueTables, slaClassOf } from '../sla';
import { EntityChangeStore } from '../store/EntityChangeStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { InventoryStore } from '../store/InventoryStore';
import { ScopeStore } from '../store/ScopeStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { FactsService } from './FactsService';
import { Quarantine } from './Quarantine';
import { StatementFollower } from './StatementFollower';

export interface EntityChangesOptions {
  database: Knex;
  states: EntityStateStore;
  scopes: ScopeStore;
  inventories: InventoryStore;
  changes: EntityChangeStore;
  facts: FactsService;
  follower: StatementFollower;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  quarantine: Quarantine;
  announcer: ChangeAnnouncer;
  dueTables: DueTables;
  defaultRef: string;
  logger: LoggerService;
  clock: () => Date;
}

/** Follows the catalog: new, changed and vanished entities. */
export class EntityChanges {
  readonly #options: EntityChangesOptions;

  constructor(options: EntityChangesOptions) {
    this.#options = options;
  }

  async take({ changed, removed }: EntityChange): Promise<void> {
    const { feed, quarantine, states } = this.#options;
    const refs = changed.map(row => row.entityRef);
    const known = await states.get([...refs, ...removed]);
    for (const row of changed) {
      const state = known.get(row.entityRef);
      if (state) {
        await this.#update(state, row);
      }
    }
    for (const entityRef of removed) {
      const state = known.get(entityRef);
      if (state && !state.vanished) {
        await this.#withdraw(state);
      }
    }
    await quarantine.release(refs);
    if (known.size > 0) {
      await feed.announce();
    }
  }

  /** Another default branch or another tier changes what counts and until when. */
  async #update(state: EntityState, row: EntityRow): Promise<void> {
    const { announcer, changes, database, facts, follower, states } =
      this.#options;
    const { inventories, scopes } = this.#options;
    const slaClass = slaClassOf(row.annotations);
    const table = this.#options.dueTables.of(slaClass);
    const next: EntityState = {
      ...state,
      version: state.version + 1,
      defaultRef: defaultRefOf(row.annotations, this.#options.defaultRef),
      slaClass,
      dueKey: table.key,
      vanished: false,
    };
    const otherRef = next.defaultRef !== state.defaultRef;
    const otherClass = next.slaClass !== state.slaClass;
    if (!otherRef && !otherClass && !state.vanished) {
      return;
    }
    const now = this.#options.clock().getTime();
    const known = otherRef ? await scopes.list(state.entityRef) : [];
    const lists = otherRef ? await inventories.list(state.entityRef) : [];
    await database.transaction(async tx => {
      await states.advance(tx, next);
      for (const counted of [true, false]) {
        const turned = (scope: { ref: string; counted: boolean }) =>
          countsFor(scope.ref, next.defaultRef) === counted &&
          scope.counted !== counted;
        const ids = known.filter(turned).map(scope => scope.id);
        if (ids.length > 0) {
          await scopes.setCounted(tx, ids, counted);
        }
        const listIds = lists.filter(turned).map(list => list.id);
        if (listIds.length > 0) {
          await inventories.setCounted(tx, listIds, counted);
        }
      }
      if (otherRef) {
        await changes.recount(tx, state.entityRef, now);
        await follower.follow(tx, {
          entityRef: state.entityRef,
          at: now,
          now,
          touched: [],
        });
      }
      await changes.recomputeDue(tx, state.entityRef, { table, now });
      await facts.publish(tx, state.entityRef, now);
    });
    announcer.changed(next.entityRef, next.version);
  }

  async #withdraw(state: EntityState): Promise<void> {
    const { announcer, clock, database, facts, states } = this.#options;
    const next = { ...state, version: state.version + 1, vanished: true };
    await database.transaction(async tx => {
      await states.advance(tx, next);
      await facts.withdraw(tx, state.entityRef, clock().getTime());
    });
    announcer.changed(next.entityRef, next.version);
  }
}
