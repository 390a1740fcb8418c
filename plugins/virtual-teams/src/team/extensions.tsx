import {
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiTeamLine } from '@remixicon/react';
import { teamRouteRef } from '../routes';

const teamPage = PageBlueprint.make({
  name: 'team',
  params: {
    path: '/virtual-team/:namespace/:name',
    title: 'Virtual team',
    icon: <RiTeamLine />,
    routeRef: teamRouteRef,
    loader: () => import('./TeamPage').then(m => <m.TeamPage />),
  },
});

/** What this part adds to the portal. */
export const teamExtensions: ExtensionDefinition[] = [teamPage];
