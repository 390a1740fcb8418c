import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBugLine } from '@remixicon/react';
import {
  findingsCard,
  findingsContent,
  findingsPage,
  findingsSection,
  ingestionApi,
  ingestionPage,
  reportsContent,
} from './extensions';
import { findingsRouteRef, ingestionRouteRef } from './routes';

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
  routes: { findings: findingsRouteRef, ingestion: ingestionRouteRef },
  extensions: [
    ingestionApi,
    findingsPage,
    ingestionPage,
    findingsContent,
    reportsContent,
    findingsSection,
    findingsCard,
  ],
});
