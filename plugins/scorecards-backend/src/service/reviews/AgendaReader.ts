import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AgendaPreviewInput,
  EntityScorecards,
  MAX_REVIEW_ITEMS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CatalogVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { ScopedEntity } from '../../campaigns/types';
import { orderAgenda } from '../../reviews/orderAgenda';
import { snapshotOf } from '../../reviews/snapshotOf';
import { CampaignScopeStore } from '../../store/campaigns/CampaignScopeStore';
import { HierarchyStore } from '../../store/HierarchyStore';
import { NewItem } from '../../store/reviews/itemRows';
import { ReviewItemStore } from '../../store/reviews/ReviewItemStore';

export interface AgendaReaderOptions {
  catalog: CatalogVisibility;
  scope: CampaignScopeStore;
  hierarchy: HierarchyStore;
  items: ReviewItemStore;
}

/** What is in scope, of what a caller may see. */
export interface SeenAgenda {
  /** Worst first; at most {@link MAX_REVIEW_ITEMS}. */
  entities: ScopedEntity[];
  total: number;
  isLowerBound: boolean;
}

/** As many entities are counted when the catalog must be asked about each. */
const COUNTED_REFS = 10_000;

/** Who would come on the agenda of a review now. */
export class AgendaReader {
  readonly #options: AgendaReaderOptions;

  constructor(options: AgendaReaderOptions) {
    this.#options = options;
  }

  /** What a caller may not see is neither listed nor counted. */
  async seen(
    credentials: BackstageCredentials,
    { scope, scorecardId }: AgendaPreviewInput,
  ): Promise<SeenAgenda> {
    const { catalog, hierarchy, scope: store } = this.#options;
    const { entities, within = [], ...rest } = scope;
    const parents = await catalog.filter(credentials, within);
    if (within.length > 0 && parents.size === 0) {
      return { entities: [], total: 0, isLowerBound: false };
    }
    const found = await store.entities({
      scorecardId,
      checkIds: [],
      scope: rest,
      entityRefs: entities,
      limit: COUNTED_REFS + 1,
      ...(parents.size > 0 && {
        members: await Promise.all(
          [...parents].map(ref => hierarchy.members(ref)),
        ),
      }),
    });
    const counted = found.slice(0, COUNTED_REFS);
    const visible = await catalog.filter(
      credentials,
      counted.map(({ entityRef }) => entityRef),
    );
    const all = counted.filter(({ entityRef }) => visible.has(entityRef));
    return {
      entities: orderAgenda(all).slice(0, MAX_REVIEW_ITEMS),
      total: all.length,
      isLowerBound: found.length > counted.length,
    };
  }

  /** Entities with where they stand, as everybody may see it. */
  async snapshots(
    entities: ScopedEntity[],
    scorecardId: string,
  ): Promise<NewItem[]> {
    const views = await this.#options.items.publicViews(
      entities.map(({ entityRef }) => entityRef),
    );
    return entities.map(entity => {
      const json = views.get(entity.entityRef);
      const known: EntityScorecards | undefined = json && JSON.parse(json);
      const view = known?.scorecards.find(({ id }) => id === scorecardId);
      const { level, scoreLow, targetLevel } = entity;
      return {
        entityRef: entity.entityRef,
        title: entity.title,
        ownerRef: entity.ownerRef,
        tier: entity.tier,
        snapshot: view
          ? snapshotOf(view)
          : { level, targetLevel, scoreLow, failing: [] },
      };
    });
  }
}
