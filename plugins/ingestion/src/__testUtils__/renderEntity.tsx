import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ExtensionDefinition,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  EntityPresentationApi,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { RenderResult } from '@testing-library/react';
import { entityScopesApiRef, ingestionApiRef, inventoryApiRef } from '../api';
import { FakeEntityScopesApi } from './FakeEntityScopesApi';
import { FakeIngestionApi } from './FakeIngestionApi';
import { FakeInventoryApi } from './FakeInventoryApi';
import { FakeSignals } from './FakeSignals';

export const ME = 'user:default/ann';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'instant-payments-api', namespace: 'default' },
  spec: { type: 'service', owner: 'instant-payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/instant-payments' }],
};

/** People and entities by their refs. */
export const presentation: EntityPresentationApi = {
  forEntity: shown => {
    const ref = typeof shown === 'string' ? shown : stringifyEntityRef(shown);
    const snapshot = { entityRef: ref, primaryTitle: ref };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

/** Renders extensions on the page of the component of the tests. */
export function renderEntity(
  shown: ExtensionDefinition | ExtensionDefinition[],
  api: FakeIngestionApi,
  route: string = '/',
  inventory: FakeInventoryApi = new FakeInventoryApi(),
  scopes: FakeEntityScopesApi = new FakeEntityScopesApi(),
): RenderResult & { signals: FakeSignals } {
  const signals = new FakeSignals();
  const result = renderTestApp({
    extensions: [createTestEntityPage({ entity }), ...[shown].flat()],
    apis: [
      [ingestionApiRef, api],
      [inventoryApiRef, inventory],
      [entityScopesApiRef, scopes],
      [signalApiRef, signals],
      [entityPresentationApiRef, presentation],
      [identityApiRef, mockApis.identity({ userEntityRef: ME })],
      mockApis.discovery({ baseUrl: 'https://portal.example.com' }),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
  return { ...result, signals };
}
