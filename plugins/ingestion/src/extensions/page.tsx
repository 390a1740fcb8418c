import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiBugLine, RiInboxArchiveLine } from '@remixicon/react';
import { findingsRouteRef, ingestionRouteRef } from '../routes';

export const findingsPage = PageBlueprint.make({
  name: 'findings',
  params: {
    path: '/findings',
    title: 'Findings',
    icon: <RiBugLine />,
    routeRef: findingsRouteRef,
    loader: () => import('../everything').then(m => <m.AllFindings />),
  },
});

export const ingestionPage = PageBlueprint.make({
  name: 'reports',
  params: {
    path: '/ingestion',
    title: 'Ingestion',
    icon: <RiInboxArchiveLine />,
    routeRef: ingestionRouteRef,
    loader: () => import('../activity').then(m => <m.IngestionPage />),
  },
});
