import { createApiRef } from '@backstage/frontend-plugin-api';
import { ReportUploadApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Sends reports as the person that is signed in.
 *
 * @public
 */
export const reportUploadApiRef = createApiRef<ReportUploadApi>().with({
  id: 'plugin.ingestion.report-upload',
  pluginId: 'ingestion',
});
