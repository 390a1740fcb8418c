import { SidebarPage } from '@backstage/core-components';
import { coreApis } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  notificationsApiRef,
  notificationsPlugin,
} from '@backstage/plugin-notifications';
import { searchApiRef } from '@backstage/plugin-search-react';
import type { NavContentNavItem } from '@backstage/plugin-app-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeNavItems } from './__testUtils__/FakeNavItems';
import { PortalSidebar } from './PortalSidebar';

function item(id: string, title: string, href: string) {
  return {
    node: { spec: { id } },
    title,
    href,
    icon: <svg />,
  } as NavContentNavItem;
}

function renderSidebar(demo: boolean, path = '/') {
  const identity = mockApis.identity.mock();
  renderInTestApp(
    <SidebarPage>
      <PortalSidebar
        navItems={
          new FakeNavItems([
            item('page:other', 'Other', '/other'),
            item('page:catalog', 'Catalog', '/catalog'),
            item('page:search', 'Search', '/search'),
            item('page:ingestion/advisories', 'Advisories', '/advisories'),
            item('page:ingestion/waivers', 'Waivers', '/waivers'),
            item('page:ingestion/findings', 'Findings', '/findings'),
            item('page:scorecards', 'Scorecards', '/scorecards'),
            item(
              'page:scorecards/campaigns',
              'Campaigns',
              '/scorecards/campaigns',
            ),
            item(
              'page:scorecards/definitions',
              'Definitions',
              '/scorecards/definitions',
            ),
            item('page:champions/programme', 'Champions', '/champions'),
            item('page:champions/desk', 'My desk', '/desk'),
            item('page:notifications', 'Notifications', '/notifications'),
            item('page:user-settings', 'Settings', '/settings'),
          ])
        }
      />
    </SidebarPage>,
    {
      config: {
        app: { title: 'Portal' },
        ...(demo && { demo: { personas: [] } }),
      },
      initialRouteEntries: [path],
      mountedRoutes: { '/notifications': notificationsPlugin.routes.root },
      apis: [
        [coreApis.identity, identity],
        [searchApiRef, { query: jest.fn() }],
        [
          notificationsApiRef,
          { getStatus: async () => ({ unread: 0, read: 0 }) },
        ],
      ],
    },
  );
  return identity;
}

describe('PortalSidebar', () => {
  it('groups security, keeps other plugins and has no item twice', async () => {
    renderSidebar(false);

    expect(await screen.findByText('Security')).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('link')
        .map(link => link.getAttribute('aria-label'))
        .filter(label => label !== null),
    ).toEqual([
      'Portal, home',
      'Catalog',
      'Other',
      'My desk',
      'Scorecards',
      'Campaigns',
      'Champions',
      'Findings',
      'Waivers',
      'Advisories',
      'Notifications',
      'Settings',
    ]);
    expect(
      screen.queryByRole('button', { name: 'Switch persona' }),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['/scorecards', 'Scorecards'],
    ['/scorecards/campaigns', 'Campaigns'],
    ['/scorecards/campaigns/1', 'Campaigns'],
    ['/scorecards/definitions', 'Scorecards'],
  ])('marks one item on %s', async (path, title) => {
    renderSidebar(false, path);
    expect(await screen.findByText('Security')).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('link', { current: 'page' })
        .map(link => link.getAttribute('aria-label')),
    ).toEqual([title]);
  });

  it('leads back to the choice of personas in the demonstration', async () => {
    const identity = renderSidebar(true);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Switch persona' }),
    );
    expect(identity.signOut).toHaveBeenCalledTimes(1);
  });
});
