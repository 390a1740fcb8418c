import { ApiBlueprint, coreApis } from '@backstage/frontend-plugin-api';
import { IngestionClient } from '@synchrony/backstage-plugin-ingestion-common';
import {
  coverageApiRef,
  entityScopesApiRef,
  healthApiRef,
  ingestionApiRef,
  inventoryApiRef,
  quarantineApiRef,
  reportUploadApiRef,
  uploadTokensApiRef,
} from '../api';

const deps = { discoveryApi: coreApis.discovery, fetchApi: coreApis.fetch };

export const ingestionApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ingestionApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const coverageApi = ApiBlueprint.make({
  name: 'coverage',
  params: defineParams =>
    defineParams({
      api: coverageApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const quarantineApi = ApiBlueprint.make({
  name: 'quarantine',
  params: defineParams =>
    defineParams({
      api: quarantineApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const healthApi = ApiBlueprint.make({
  name: 'health',
  params: defineParams =>
    defineParams({
      api: healthApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const uploadTokensApi = ApiBlueprint.make({
  name: 'upload-tokens',
  params: defineParams =>
    defineParams({
      api: uploadTokensApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const inventoryApi = ApiBlueprint.make({
  name: 'inventory',
  params: defineParams =>
    defineParams({
      api: inventoryApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const reportUploadApi = ApiBlueprint.make({
  name: 'report-upload',
  params: defineParams =>
    defineParams({
      api: reportUploadApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});

export const entityScopesApi = ApiBlueprint.make({
  name: 'entity-scopes',
  params: defineParams =>
    defineParams({
      api: entityScopesApiRef,
      deps,
      factory: apis => new IngestionClient(apis),
    }),
});
