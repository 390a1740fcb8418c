import { SidebarItem } from '@backstage/core-components';
import { NavContentNavItem } from '@backstage/plugin-app-react';
import {
  RiBookOpenLine,
  RiDashboardLine,
  RiHome5Line,
  RiPlug2Line,
  RiSettings3Line,
} from '@remixicon/react';
import { createContext, ReactElement, useContext } from 'react';
import { useLocation } from 'react-router-dom';

/** Addresses of all pages that the sidebar has an item for. */
export const NavAddresses = createContext<string[]>([]);

/** Icons of Backstage's own pages, drawn in the same hand as those of the suite. */
const ICONS: Record<string, ReactElement> = {
  'page:home': <RiHome5Line />,
  'page:catalog': <RiDashboardLine />,
  'page:api-docs': <RiPlug2Line />,
  'page:techdocs': <RiBookOpenLine />,
  'page:user-settings': <RiSettings3Line />,
};

function isAtOrBelow(path: string, page: string): boolean {
  return path === page || path.startsWith(`${page}/`);
}

/**
 * A page in the sidebar. It is marked on its page and on those below, unless
 * one of these has an item of its own.
 */
export function NavItem({ node, href, title, icon }: NavContentNavItem) {
  const { pathname } = useLocation();
  const isMarkedBelow = useContext(NavAddresses).some(
    page => page.startsWith(`${href}/`) && isAtOrBelow(pathname, page),
  );
  return (
    <SidebarItem
      to={href}
      text={title}
      icon={() => ICONS[node.spec.id] ?? icon}
      end={isMarkedBelow}
    />
  );
}
