import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  OidcIssuersApi,
  UploadTokensApi,
} from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Mints, rotates and revokes upload tokens, and names the issuers whose ID tokens
 * take their place.
 *
 * @public
 */
export const uploadTokensApiRef = createApiRef<
  UploadTokensApi & OidcIssuersApi
>().with({
  id: 'plugin.ingestion.upload-tokens',
  pluginId: 'ingestion',
});
