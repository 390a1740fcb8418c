import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  championReadPermission,
  ChampionSearchItems,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityProjection,
  requirePermission,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { SearchStore } from '../store/SearchStore';

export interface SearchServiceOptions {
  permissions: PermissionsService;
  entities: Pick<EntityProjection, 'get'>;
  programme: ProgrammeSource;
  store: SearchStore;
}

/** What the portal's search may hold, for the plugin that indexes it. */
export class SearchService {
  readonly #options: SearchServiceOptions;

  constructor(options: SearchServiceOptions) {
    this.#options = options;
  }

  /** @param after - id of the last assignment of the page before */
  async page(
    credentials: BackstageCredentials,
    { after, limit }: { after?: string; limit: number },
  ): Promise<ChampionSearchItems> {
    const { entities, permissions, programme, store } = this.#options;
    await requirePermission(permissions, credentials, championReadPermission);
    const found = await store.page(after, limit + 1);
    const rows = found.slice(0, limit);
    const known = await entities.get(
      rows.flatMap(({ scopeRef, userRef }) => [scopeRef, userRef]),
    );
    const titles = new Map(
      programme
        .current()
        .settings.specialisms.map(({ id, title }) => [id, title]),
    );
    return {
      items: rows.map(({ id, role, scopeRef, specialisms, userRef }) => ({
        assignmentId: id,
        userRef,
        userTitle: known.get(userRef)?.title,
        scopeRef,
        scopeTitle: known.get(scopeRef)?.title,
        role,
        specialisms: specialisms.map(each => titles.get(each) ?? each),
      })),
      pageInfo: {
        nextCursor: found.length > limit ? rows.at(-1)?.id : undefined,
      },
    };
  }
}
