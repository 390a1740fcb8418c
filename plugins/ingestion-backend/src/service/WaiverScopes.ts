import { WaiverTarget } from '@synchrony/backstage-plugin-ingestion-common';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { withDescendants } from '../scope/withDescendants';
import { CatalogTreeStore } from '../store/CatalogTreeStore';
import {
  FollowedWaiver,
  WaivedState,
  WaiverEntityStore,
} from '../store/WaiverEntityStore';
import { toWaivedEntity, WaivedEntity } from '../waivers';

const WAIVERS_AT_ONCE = 200;

/** What a group and the groups below it own. */
type OwnedBy = (groupRef: string) => Promise<WaivedEntity[]>;

/** Which entities waivers are for, as the catalog has it now. */
export class WaiverScopes {
  readonly #entities: WaiverEntityStore;
  readonly #tree: Pick<CatalogTreeStore, 'listGroupChildren'>;
  readonly #catalog: Pick<EntityProjection, 'get'>;

  constructor(options: {
    waiverEntities: WaiverEntityStore;
    catalogTrees: Pick<CatalogTreeStore, 'listGroupChildren'>;
    entities: Pick<EntityProjection, 'get'>;
  }) {
    this.#entities = options.waiverEntities;
    this.#tree = options.catalogTrees;
    this.#catalog = options.entities;
  }

  /** The entity, or all that a group and the groups below it own. */
  async entitiesOf(target: WaiverTarget): Promise<WaivedEntity[]> {
    if (target.kind === 'advisory') {
      return this.#ownership()(target.groupRef);
    }
    const { entityRef } = target;
    const entity = (await this.#catalog.get([entityRef])).get(entityRef);
    return entity ? [toWaivedEntity(entityRef, entity.annotations)] : [];
  }

  /**
   * Follows the catalog: entities that came to a group or left it, and those
   * that became more critical than what was approved.
   */
  async follow(): Promise<void> {
    const ownedBy = this.#ownership();
    let after = '';
    let waivers: FollowedWaiver[];
    do {
      waivers = await this.#entities.listFollowed(after, WAIVERS_AT_ONCE);
      await this.#followAll(waivers, ownedBy);
      after = waivers.at(-1)?.id ?? after;
    } while (waivers.length === WAIVERS_AT_ONCE);
  }

  /** What groups own, each and the catalog's groups read once. */
  #ownership(): OwnedBy {
    let children: Promise<Map<string, string[]>> | undefined;
    const owned = new Map<string, Promise<WaivedEntity[]>>();
    return async groupRef => {
      children ??= this.#tree.listGroupChildren();
      const groups = withDescendants(groupRef, await children);
      const known = owned.get(groupRef) ?? this.#entities.listOwned(groups);
      owned.set(groupRef, known);
      return known;
    };
  }

  async #followAll(waivers: FollowedWaiver[], ownedBy: OwnedBy): Promise<void> {
    const states = await this.#entities.listStates(waivers.map(({ id }) => id));
    const refs = waivers.flatMap(({ target }) =>
      target.kind === 'advisory' ? [] : [target.entityRef],
    );
    const named = new Map(
      (await this.#entities.listNamed([...new Set(refs)])).map(entity => [
        entity.entityRef,
        entity,
      ]),
    );
    for (const { approvedTier, id, target } of waivers) {
      const entity =
        target.kind === 'advisory' ? undefined : named.get(target.entityRef);
      const wanted =
        target.kind === 'advisory'
          ? await ownedBy(target.groupRef)
          : [entity].filter(item => item !== undefined);
      const changed = changedStates(
        states.get(id) ?? new Map(),
        wanted,
        approvedTier,
      );
      if (changed.size > 0) {
        await this.#entities.putNow(id, changed);
      }
    }
  }
}

function changedStates(
  known: ReadonlyMap<string, WaivedState>,
  wanted: WaivedEntity[],
  approvedTier: number | undefined,
): Map<string, WaivedState> {
  const next = new Map<string, WaivedState>(
    wanted.map(({ entityRef, tier }) => [
      entityRef,
      approvedTier === undefined || tier >= approvedTier ? 'covered' : 'beyond',
    ]),
  );
  for (const entityRef of known.keys()) {
    if (!next.has(entityRef)) {
      next.set(entityRef, 'left');
    }
  }
  return new Map(
    [...next].filter(([entityRef, state]) => known.get(entityRef) !== state),
  );
}
