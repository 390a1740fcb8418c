import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiInboxLine } from '@remixicon/react';
import { HomePageWidgetBlueprint } from '../blueprints';
import { deskRouteRef } from '../routes';

const deskPage = PageBlueprint.make({
  name: 'desk',
  params: {
    path: '/desk',
    title: 'My desk',
    icon: <RiInboxLine />,
    routeRef: deskRouteRef,
    loader: () => import('./DeskPage').then(m => <m.DeskPage />),
  },
});

const deskWidget = HomePageWidgetBlueprint.make({
  name: 'desk',
  params: {
    name: 'MyDesk',
    title: 'My desk',
    description: 'What needs you as security champion, most urgent first',
    components: () =>
      import('./DeskWidget').then(m => ({ Content: m.DeskWidget })),
    layout: { width: { minColumns: 6 }, height: { minRows: 4 } },
  },
});

/** What this part adds to the portal. */
export const deskExtensions = [deskPage, deskWidget];
