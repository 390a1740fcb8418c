import { Knex } from 'knex';
import { countsFor } from '../scope/defaultRef';
import { DueTables } from '../sla';
import { EntityChangeStore } from '../store/EntityChangeStore';
import { EntityState } from '../store/EntityStateStore';
import { InventoryStore } from '../store/InventoryStore';
import { ScopeStore } from '../store/ScopeStore';
import { StatementFollower } from './StatementFollower';

export interface EntityAlignmentOptions {
  scopes: ScopeStore;
  inventories: InventoryStore;
  changes: EntityChangeStore;
  follower: StatementFollower;
  dueTables: DueTables;
}

/**
 * Makes scopes, inventories and findings follow the default ref and the policy
 * of an entity.
 */
export class EntityAlignment {
  readonly #options: EntityAlignmentOptions;

  constructor(options: EntityAlignmentOptions) {
    this.#options = options;
  }

  async align(
    tx: Knex.Transaction,
    { defaultRef, entityRef, slaClass }: EntityState,
    now: number,
  ): Promise<void> {
    const { changes, dueTables, follower } = this.#options;
    if (await this.#count(tx, entityRef, defaultRef)) {
      await changes.recount(tx, entityRef, now);
      await follower.follow(tx, { entityRef, at: now, now, touched: [] });
    }
    const table = dueTables.of(slaClass);
    await changes.recomputeDue(tx, entityRef, { table, now });
  }

  /** Whether other scopes count for findings than before. */
  async #count(
    tx: Knex.Transaction,
    entityRef: string,
    defaultRef: string,
  ): Promise<boolean> {
    const { inventories, scopes } = this.#options;
    const known = await scopes.list(entityRef, tx);
    const lists = await inventories.list(entityRef, tx);
    let differs = false;
    for (const counted of [true, false]) {
      const turned = (scope: { ref: string; counted: boolean }) =>
        countsFor(scope.ref, defaultRef) === counted &&
        scope.counted !== counted;
      const ids = known.filter(turned).map(scope => scope.id);
      if (ids.length > 0) {
        differs = true;
        await scopes.setCounted(tx, ids, counted);
      }
      const listIds = lists.filter(turned).map(list => list.id);
      if (listIds.length > 0) {
        await inventories.setCounted(tx, listIds, counted);
      }
    }
    return differs;
  }
}
