import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBugLine } from '@remixicon/react';
import {
  findingsCard,
  findingsContent,
  findingsPage,
  findingsSection,
  ingestionApi,
  reportsContent,
} from './extensions';
import { findingsRouteRef } from './routes';

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
  routes: { findings: findingsRouteRef },
  extensions: [
    ingestionApi,
    findingsPage,
    findingsContent,
    reportsContent,
    findingsSection,
    findingsCard,
  ],
});
