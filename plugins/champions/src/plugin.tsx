import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ChampionsClient } from '@synchrony/backstage-plugin-champions-common';
import { championsApiRef } from './api';
import { deskExtensions } from './desk';
import { entityExtensions } from './entity';
import { programmeExtensions } from './programme';
import {
  deskRouteRef,
  findingsRouteRef,
  programmeRouteRef,
  scorecardsRouteRef,
} from './routes';
import { searchExtensions } from './search';

const championsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: championsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ChampionsClient({ discoveryApi, fetchApi }),
    }),
});

/**
 * Security champions in the portal.
 *
 * @public
 */
export const championsPlugin = createFrontendPlugin({
  pluginId: 'champions',
  title: 'Champions',
  info: { packageJson: () => import('../package.json') },
  routes: { programme: programmeRouteRef, desk: deskRouteRef },
  externalRoutes: {
    findings: findingsRouteRef,
    scorecards: scorecardsRouteRef,
  },
  extensions: [
    championsApi,
    ...programmeExtensions,
    ...deskExtensions,
    ...entityExtensions,
    ...searchExtensions,
  ],
});
