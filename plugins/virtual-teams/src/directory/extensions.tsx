import {
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiTeamLine } from '@remixicon/react';
import { directoryRouteRef } from '../routes';

/** What stands below it is attached as sub-pages, one a tab. */
export const directoryPage = PageBlueprint.make({
  name: 'directory',
  params: {
    path: '/virtual-teams',
    title: 'Virtual teams',
    icon: <RiTeamLine />,
    routeRef: directoryRouteRef,
  },
});

/** What this part adds to the portal. */
export const directoryExtensions: ExtensionDefinition[] = [directoryPage];
