import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { championsApiRef } from '../api';
import plugin from '../index';
import { FakeChampionsApi } from './FakeChampionsApi';
import { FakeSignals } from './FakeSignals';

function entity(kind: string, name: string, displayName: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName } },
  };
}

/** The portal at a tab of the programme, with a small catalog. */
export function renderProgramme(
  api: FakeChampionsApi,
  route: string,
  options: { mayNominate?: boolean; signals?: FakeSignals } = {},
) {
  const { mayNominate = true, signals = new FakeSignals() } = options;
  const permissions = {
    authorize: async () => ({ result: mayNominate ? 'ALLOW' : 'DENY' }),
  };
  return renderTestApp({
    features: [plugin],
    apis: [
      [championsApiRef, api],
      [signalApiRef, signals],
      [permissionApiRef, permissions],
      [
        catalogApiRef,
        catalogApiMock({
          entities: [
            entity('User', 'dario.conti', 'Dario Conti'),
            entity('User', 'ola.brandt', 'Ola Brandt'),
            entity('Group', 'payments-gateway', 'Payments Gateway'),
          ],
        }),
      ],
    ] as never,
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}
