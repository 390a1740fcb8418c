import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiAwardLine } from '@remixicon/react';
import { programmeRouteRef } from '../routes';

/** What stands below it is attached as sub-pages, one a tab. */
export const programmePage = PageBlueprint.make({
  name: 'programme',
  params: {
    path: '/champions',
    title: 'Champions',
    icon: <RiAwardLine />,
    routeRef: programmeRouteRef,
  },
});

const tab = { attachTo: programmePage.inputs.pages };

export const coverageTab = SubPageBlueprint.make({
  ...tab,
  name: 'coverage',
  params: {
    path: 'coverage',
    title: 'Coverage',
    loader: () => import('./coverage').then(m => <m.CoverageTab />),
  },
});

export const peopleTab = SubPageBlueprint.make({
  ...tab,
  name: 'people',
  params: {
    path: 'people',
    title: 'People',
    loader: () => import('./people').then(m => <m.PeopleTab />),
  },
});

export const pipelineTab = SubPageBlueprint.make({
  ...tab,
  name: 'pipeline',
  params: {
    path: 'pipeline',
    title: 'Pipeline',
    loader: () => import('./pipeline').then(m => <m.PipelineTab />),
  },
});

export const meetingsTab = SubPageBlueprint.make({
  ...tab,
  name: 'meetings',
  params: {
    path: 'meetings',
    title: 'Meetings',
    loader: () => import('./meetings').then(m => <m.MeetingsTab />),
  },
});

export const effectTab = SubPageBlueprint.make({
  ...tab,
  name: 'effect',
  params: {
    path: 'effect',
    title: 'Effect',
    loader: () => import('./effect').then(m => <m.EffectTab />),
  },
});

export const settingsTab = SubPageBlueprint.make({
  ...tab,
  name: 'settings',
  params: {
    path: 'settings',
    title: 'Settings',
    loader: () => import('./settings').then(m => <m.SettingsTab />),
  },
});
