import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { JsonObject } from '@backstage/types';
import { scorecardsApiRef } from '../api';
import { waiversRouteRef } from '../routes';
import { FakeScorecardsApi } from './FakeScorecardsApi';

/** The component of the tests. */
export const ENTITY_REF = 'component:default/instant-payments-api';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'instant-payments-api', namespace: 'default' },
  spec: { type: 'service', owner: 'instant-payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/instant-payments' }],
};

/** Signals that a test sends. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<(message: JsonObject) => void>();

  subscribe<TMessage extends JsonObject>(
    _channel: string,
    onMessage: (message: TMessage) => void,
  ) {
    const listener = onMessage as (message: JsonObject) => void;
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }

  send(message: JsonObject) {
    for (const listener of this.#listeners) {
      listener(message);
    }
  }
}

/** Where the page of an entity is mounted in tests. */
export const MOUNTED_ROUTES = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/waivers': waiversRouteRef,
};

/** Renders extensions on the page of the component of the tests. */
export function renderEntity(
  extensions: ExtensionDefinition[],
  api: FakeScorecardsApi,
  options: { route?: string } = {},
): ReturnType<typeof renderTestApp> & { signals: FakeSignals } {
  const signals = new FakeSignals();
  const result = renderTestApp({
    extensions: [createTestEntityPage({ entity }), ...extensions],
    apis: [
      [scorecardsApiRef, api],
      [signalApiRef, signals],
    ],
    mountedRoutes: MOUNTED_ROUTES,
    ...(options.route && { initialRouteEntries: [options.route] }),
  });
  return { ...result, signals };
}
