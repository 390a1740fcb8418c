import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBugLine } from '@remixicon/react';
import {
  activityTab,
  advisoriesPage,
  findingsCard,
  findingsContent,
  findingsPage,
  findingsSection,
  ingestionApi,
  ingestionPage,
  inventoryApi,
  inventoryContent,
  reportsContent,
  waiversContent,
  waiversPage,
} from './extensions';
import {
  advisoriesRouteRef,
  findingsRouteRef,
  ingestionRouteRef,
  waiversRouteRef,
} from './routes';

/**
 * Security reports and findings of catalog entities.
 *
 * @public
 */
export const ingestionPlugin = createFrontendPlugin({
  pluginId: 'ingestion',
  title: 'Findings',
  icon: <RiBugLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    findings: findingsRouteRef,
    ingestion: ingestionRouteRef,
    waivers: waiversRouteRef,
    advisories: advisoriesRouteRef,
  },
  extensions: [
    ingestionApi,
    inventoryApi,
    findingsPage,
    waiversPage,
    advisoriesPage,
    ingestionPage,
    activityTab,
    findingsContent,
    inventoryContent,
    waiversContent,
    reportsContent,
    findingsSection,
    findingsCard,
  ],
});
