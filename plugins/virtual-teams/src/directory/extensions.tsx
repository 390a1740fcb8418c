import {
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
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

const tab = { attachTo: directoryPage.inputs.pages };

const teamsTab = SubPageBlueprint.make({
  ...tab,
  name: 'teams',
  params: {
    path: 'directory',
    title: 'Directory',
    loader: () => import('./TeamsTab').then(m => <m.TeamsTab />),
  },
});

const openRolesTab = SubPageBlueprint.make({
  ...tab,
  name: 'open-roles',
  params: {
    path: 'open-roles',
    title: 'Open roles',
    loader: () => import('./roles/OpenRolesTab').then(m => <m.OpenRolesTab />),
  },
});

const expertiseTab = SubPageBlueprint.make({
  ...tab,
  name: 'expertise',
  params: {
    path: 'expertise',
    title: 'Expertise',
    loader: () => import('./finder').then(m => <m.FinderTab />),
  },
});

/** What this part adds to the portal. */
export const directoryExtensions: ExtensionDefinition[] = [
  directoryPage,
  teamsTab,
  openRolesTab,
  expertiseTab,
];
