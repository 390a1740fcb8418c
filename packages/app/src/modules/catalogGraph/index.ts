import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATIONS,
  ALL_RELATION_PAIRS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  RELATION_CHAMPIONED_BY,
  RELATION_CHAMPION_OF,
} from '@synchrony/backstage-plugin-champions-common';

/** Draws champions in the catalog's graph, which knows only built-in relations. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: [
                ...ALL_RELATIONS,
                RELATION_CHAMPIONED_BY,
                RELATION_CHAMPION_OF,
              ],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                [RELATION_CHAMPION_OF, RELATION_CHAMPIONED_BY],
              ],
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
