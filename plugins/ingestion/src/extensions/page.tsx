import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiBugLine } from '@remixicon/react';
import { findingsRouteRef } from '../routes';

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
