import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ScorecardsClient } from '@synchrony/backstage-plugin-scorecards-common';
import { VirtualTeamsClient } from '@synchrony/backstage-plugin-virtual-teams-common';
import { checkDefinitionsApiRef, virtualTeamsApiRef } from './api';
import { directoryExtensions } from './directory';
import { entityExtensions } from './entity';
import { expertiseExtensions } from './expertise';
import { gapExtensions } from './gaps';
import {
  definitionsRouteRef,
  directoryRouteRef,
  findingsRouteRef,
  scorecardsRouteRef,
  teamRouteRef,
} from './routes';
import { searchExtensions } from './search';
import { teamExtensions } from './team';

const virtualTeamsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: virtualTeamsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new VirtualTeamsClient({ discoveryApi, fetchApi }),
    }),
});

const checkDefinitionsApi = ApiBlueprint.make({
  name: 'check-definitions',
  params: defineParams =>
    defineParams({
      api: checkDefinitionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScorecardsClient({ discoveryApi, fetchApi }),
    }),
});

/**
 * Virtual teams and expertise in the portal.
 *
 * @public
 */
export const virtualTeamsPlugin = createFrontendPlugin({
  pluginId: 'virtual-teams',
  title: 'Virtual teams',
  info: { packageJson: () => import('../package.json') },
  routes: { directory: directoryRouteRef, team: teamRouteRef },
  externalRoutes: {
    definitions: definitionsRouteRef,
    findings: findingsRouteRef,
    scorecards: scorecardsRouteRef,
  },
  extensions: [
    virtualTeamsApi,
    checkDefinitionsApi,
    ...directoryExtensions,
    ...teamExtensions,
    ...expertiseExtensions,
    ...entityExtensions,
    ...searchExtensions,
    ...gapExtensions,
  ],
});
