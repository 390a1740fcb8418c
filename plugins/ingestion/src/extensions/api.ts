import { ApiBlueprint, coreApis } from '@backstage/frontend-plugin-api';
import { IngestionClient } from '@synchrony/backstage-plugin-ingestion-common';
import { ingestionApiRef, inventoryApiRef } from '../api';

export const ingestionApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ingestionApiRef,
      deps: { discoveryApi: coreApis.discovery, fetchApi: coreApis.fetch },
      factory: ({ discoveryApi, fetchApi }) =>
        new IngestionClient({ discoveryApi, fetchApi }),
    }),
});

export const inventoryApi = ApiBlueprint.make({
  name: 'inventory',
  params: defineParams =>
    defineParams({
      api: inventoryApiRef,
      deps: { discoveryApi: coreApis.discovery, fetchApi: coreApis.fetch },
      factory: ({ discoveryApi, fetchApi }) =>
        new IngestionClient({ discoveryApi, fetchApi }),
    }),
});
