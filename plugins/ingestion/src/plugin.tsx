import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBugLine } from '@remixicon/react';
import {
  activityTab,
  connectTab,
  coverageApi,
  coverageTab,
  findingsCard,
  findingsContent,
  findingsPage,
  findingsSection,
  healthApi,
  healthTab,
  ingestionApi,
  ingestionPage,
  quarantineApi,
  quarantineTab,
  reportsContent,
  tokensTab,
  uploadTokensApi,
  waiversContent,
  waiversPage,
} from './extensions';
import { findingsRouteRef, ingestionRouteRef, waiversRouteRef } from './routes';

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
  },
  extensions: [
    ingestionApi,
    coverageApi,
    quarantineApi,
    uploadTokensApi,
    healthApi,
    findingsPage,
    waiversPage,
    ingestionPage,
    activityTab,
    coverageTab,
    quarantineTab,
    tokensTab,
    connectTab,
    healthTab,
    findingsContent,
    waiversContent,
    reportsContent,
    findingsSection,
    findingsCard,
  ],
});
