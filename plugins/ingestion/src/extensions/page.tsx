import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  RiBugLine,
  RiFlagLine,
  RiInboxArchiveLine,
  RiRadarLine,
} from '@remixicon/react';
import { AskChampionProvider, askChampionDataRef } from '@synchrony/ui';
import {
  advisoriesRouteRef,
  findingsRouteRef,
  ingestionRouteRef,
  waiversRouteRef,
} from '../routes';
import { askChampionInput } from './askChampion';

export const findingsPage = PageBlueprint.makeWithOverrides({
  name: 'findings',
  inputs: { askChampion: askChampionInput },
  factory(originalFactory, { inputs }) {
    const ask = inputs.askChampion?.get(askChampionDataRef).component;
    return originalFactory({
      path: '/findings',
      title: 'Findings',
      icon: <RiBugLine />,
      routeRef: findingsRouteRef,
      loader: () =>
        import('../everything').then(m => (
          <AskChampionProvider component={ask}>
            <m.AllFindings />
          </AskChampionProvider>
        )),
    });
  },
});

export const waiversPage = PageBlueprint.make({
  name: 'waivers',
  params: {
    path: '/waivers',
    title: 'Waivers',
    icon: <RiFlagLine />,
    routeRef: waiversRouteRef,
    loader: () => import('../waivers').then(m => <m.WaiverRegister />),
  },
});

export const advisoriesPage = PageBlueprint.make({
  name: 'advisories',
  params: {
    path: '/advisories',
    title: 'Advisory search',
    icon: <RiRadarLine />,
    routeRef: advisoriesRouteRef,
    loader: () => import('../advisories').then(m => <m.AdvisorySearch />),
  },
});

/** What stands below it is attached as sub-pages, one a tab. */
export const ingestionPage = PageBlueprint.make({
  name: 'reports',
  params: {
    path: '/ingestion',
    title: 'Ingestion',
    icon: <RiInboxArchiveLine />,
    routeRef: ingestionRouteRef,
  },
});

const tab = { attachTo: ingestionPage.inputs.pages };

export const activityTab = SubPageBlueprint.make({
  ...tab,
  name: 'activity',
  params: {
    path: 'activity',
    title: 'Activity',
    loader: () => import('../activity').then(m => <m.ActivityTab />),
  },
});

export const coverageTab = SubPageBlueprint.make({
  ...tab,
  name: 'coverage',
  params: {
    path: 'coverage',
    title: 'Coverage',
    loader: () => import('../coverage').then(m => <m.CoverageTab />),
  },
});

export const quarantineTab = SubPageBlueprint.make({
  ...tab,
  name: 'quarantine',
  params: {
    path: 'quarantine',
    title: 'Quarantine',
    loader: () => import('../quarantine').then(m => <m.QuarantineTab />),
  },
});

export const tokensTab = SubPageBlueprint.make({
  ...tab,
  name: 'tokens',
  params: {
    path: 'tokens',
    title: 'Tokens',
    loader: () => import('../tokens').then(m => <m.TokensTab />),
  },
});

export const connectTab = SubPageBlueprint.make({
  ...tab,
  name: 'connect',
  params: {
    path: 'connect',
    title: 'Connect a pipeline',
    loader: () => import('../connect').then(m => <m.ConnectTab />),
  },
});

export const healthTab = SubPageBlueprint.make({
  ...tab,
  name: 'health',
  params: {
    path: 'health',
    title: 'Health',
    loader: () => import('../health').then(m => <m.HealthTab />),
  },
});
