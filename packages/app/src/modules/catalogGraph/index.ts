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
import {
  RELATION_HAS_PARTICIPANT,
  RELATION_PARTICIPATES_IN,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** Draws champions and virtual teams in the catalog's graph, which knows only built-in relations. */
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
                RELATION_PARTICIPATES_IN,
                RELATION_HAS_PARTICIPANT,
              ],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                [RELATION_CHAMPION_OF, RELATION_CHAMPIONED_BY],
                [RELATION_PARTICIPATES_IN, RELATION_HAS_PARTICIPANT],
              ],
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
