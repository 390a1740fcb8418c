import { createApiRef } from '@backstage/frontend-plugin-api';
import { UploadTokensApi } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Mints, rotates and revokes upload tokens.
 *
 * @public
 */
export const uploadTokensApiRef = createApiRef<UploadTokensApi>().with({
  id: 'plugin.ingestion.upload-tokens',
  pluginId: 'ingestion',
});
