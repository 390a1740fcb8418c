import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { editTeamRouteRef, newTeamRouteRef } from '../routes';

const newTeamPage = PageBlueprint.make({
  name: 'new-team',
  params: {
    path: '/virtual-teams/new',
    title: 'Propose a team',
    routeRef: newTeamRouteRef,
    loader: () => import('./NewTeamPage').then(m => <m.NewTeamPage />),
  },
});

const editTeamPage = PageBlueprint.make({
  name: 'edit-team',
  params: {
    path: '/virtual-teams/edit/:namespace/:name',
    title: 'Change a team',
    routeRef: editTeamRouteRef,
    loader: () => import('./EditTeamPage').then(m => <m.EditTeamPage />),
  },
});

/** The pages on which teams are written. */
export const formExtensions = [newTeamPage, editTeamPage];
