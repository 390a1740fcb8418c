import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { NavContentComponentProps } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import {
  RiMenuLine,
  RiNotification3Line,
  RiSearchLine,
  RiSettings3Line,
} from '@remixicon/react';
import { NavAddresses, NavItem } from './NavItem';
import { PersonaItem } from './PersonaItem';
import { SidebarHeading } from './SidebarHeading';
import { SidebarLogo } from './SidebarLogo';

export function PortalSidebar({ navItems }: NavContentComponentProps) {
  const nav = navItems.withComponent(NavItem);
  // These have an item of their own below, or belong to another page.
  nav.take('page:search');
  nav.take('page:catalog-graph');
  nav.take('page:scorecards/definitions');
  nav.take('page:scorecards/reviews');
  const addresses = navItems
    .clone()
    .rest()
    .map(({ href }) => href);
  const notifications = navItems.take('page:notifications');
  const main = ['page:home', 'page:catalog', 'page:api-docs'].map(nav.take);
  const security = [
    'page:champions/desk',
    'page:scorecards',
    'page:scorecards/campaigns',
    'page:champions/programme',
    'page:virtual-teams/directory',
    'page:ingestion/findings',
    'page:ingestion/waivers',
    'page:ingestion/advisories',
    'page:ingestion/reports',
  ].map(nav.take);
  const settings = nav.take('page:user-settings');
  const others = nav.rest({ sortBy: 'title' });

  return (
    <NavAddresses.Provider value={addresses}>
      <Sidebar>
        <SidebarLogo />
        <SidebarGroup label="Search" icon={<RiSearchLine />} to="/search">
          <SidebarSearchModal icon={() => <RiSearchLine />} />
        </SidebarGroup>
        <SidebarDivider />
        <SidebarGroup label="Menu" icon={<RiMenuLine />}>
          {main}
          {others.length > 0 && (
            <SidebarScrollWrapper>{others}</SidebarScrollWrapper>
          )}
          {security.some(Boolean) && <SidebarHeading>Security</SidebarHeading>}
          {security}
        </SidebarGroup>
        <SidebarSpace />
        <SidebarDivider />
        <SidebarGroup label="Settings" icon={<RiSettings3Line />}>
          {notifications && (
            <NotificationsSidebarItem icon={() => <RiNotification3Line />} />
          )}
          {settings}
          <PersonaItem />
        </SidebarGroup>
      </Sidebar>
    </NavAddresses.Provider>
  );
}
