import { Knex } from 'knex';
import { countsFor } from '../scope/defaultRef';
import { EntityChangeStore } from '../store/EntityChangeStore';
import { EntityState } from '../store/EntityStateStore';
import { ScopeStore } from '../store/ScopeStore';

export interface EntityAlignmentOptions {
  scopes: ScopeStore;
  changes: EntityChangeStore;
}

/** Makes scopes and findings follow the default ref and the policy of an entity. */
export class EntityAlignment {
  readonly #options: EntityAlignmentOptions;

  constructor(options: EntityAlignmentOptions) {
    this.#options = options;
  }

  async align(
    tx: Knex.Transaction,
    { defaultRef, dueOffsets, entityRef }: EntityState,
    now: number,
  ): Promise<void> {
    const { changes, scopes } = this.#options;
    const known = await scopes.list(entityRef, tx);
    let differs = false;
    for (const counted of [true, false]) {
      const ids = known
        .filter(
          scope =>
            countsFor(scope.ref, defaultRef) === counted &&
            scope.counted !== counted,
        )
        .map(scope => scope.id);
      if (ids.length > 0) {
        differs = true;
        await scopes.setCounted(tx, ids, counted);
      }
    }
    if (differs) {
      await changes.recount(tx, entityRef, now);
    }
    await changes.recomputeDue(tx, entityRef, dueOffsets, now);
  }
}
