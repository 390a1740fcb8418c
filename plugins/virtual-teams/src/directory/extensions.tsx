import {
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiTeamLine } from '@remixicon/react';
import { HomePageWidgetBlueprint } from '../blueprints';
import { formExtensions } from '../form';
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

const proposalsTab = SubPageBlueprint.make({
  ...tab,
  name: 'proposals',
  params: {
    path: 'proposals',
    title: 'Proposals',
    loader: () => import('./proposals').then(m => <m.ProposalsTab />),
  },
});

const mineTab = SubPageBlueprint.make({
  ...tab,
  name: 'mine',
  params: {
    path: 'mine',
    title: 'Mine',
    loader: () => import('./mine').then(m => <m.MineTab />),
  },
});

const archiveTab = SubPageBlueprint.make({
  ...tab,
  name: 'archive',
  params: {
    path: 'archive',
    title: 'Archive',
    loader: () => import('./archive').then(m => <m.ArchiveTab />),
  },
});

const catalogTab = SubPageBlueprint.make({
  ...tab,
  name: 'catalog',
  params: {
    path: 'catalog',
    title: 'Catalog',
    loader: () => import('./catalog').then(m => <m.CatalogTab />),
  },
});

const teamsWidget = HomePageWidgetBlueprint.make({
  name: 'teams',
  params: {
    name: 'VirtualTeams',
    title: 'Teams that need your skills',
    description: 'Open roles of virtual teams that ask for what you can',
    components: () =>
      import('./home/TeamsWidget').then(m => ({ Content: m.TeamsWidget })),
    layout: { width: { minColumns: 6 }, height: { minRows: 4 } },
  },
});

/** What this part adds to the portal. */
export const directoryExtensions: ExtensionDefinition[] = [
  directoryPage,
  teamsTab,
  openRolesTab,
  expertiseTab,
  proposalsTab,
  mineTab,
  archiveTab,
  catalogTab,
  teamsWidget,
  ...formExtensions,
];
