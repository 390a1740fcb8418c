import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBugLine } from '@remixicon/react';
import {
  activityTab,
  connectTab,
  coverageApi,
  coverageTab,
  advisoriesPage,
  checkWaiver,
  entityScopesApi,
  findingsCard,
  findingsContent,
  findingsPage,
  findingsSection,
  healthApi,
  healthTab,
  ingestionApi,
  ingestionPage,
  quarantineApi,
  quarantineCount,
  quarantineTab,
  inventoryApi,
  inventoryContent,
  reportUploadApi,
  reportsContent,
  tokensTab,
  uploadTokensApi,
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
    coverageApi,
    quarantineApi,
    uploadTokensApi,
    healthApi,
    inventoryApi,
    reportUploadApi,
    entityScopesApi,
    findingsPage,
    waiversPage,
    advisoriesPage,
    ingestionPage,
    activityTab,
    coverageTab,
    quarantineTab,
    quarantineCount,
    tokensTab,
    connectTab,
    healthTab,
    findingsContent,
    inventoryContent,
    waiversContent,
    reportsContent,
    findingsSection,
    checkWaiver,
    findingsCard,
  ],
});
