import {
  ExtensionDefinition,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ReactElement } from 'react';
import { championsApiRef } from '../api';
import {
  deskRouteRef,
  findingsRouteRef,
  programmeRouteRef,
  scorecardsRouteRef,
} from '../routes';
import { ME_REF, TEAM } from './deskFixtures';
import { FakeChampionsApi } from './FakeChampionsApi';
import { FakeSignals } from './FakeSignals';

const MOUNTED_ROUTES = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/desk': deskRouteRef,
  '/champions': programmeRouteRef,
  '/scorecards': scorecardsRouteRef,
  '/findings': findingsRouteRef,
};

/** What there is besides the champions. */
interface Surroundings {
  signals?: FakeSignals;
  mayErase?: boolean;
}

function apisOf(
  api: FakeChampionsApi,
  { mayErase = false, signals = new FakeSignals() }: Surroundings = {},
) {
  return [
    [signalApiRef, signals],
    [
      permissionApiRef,
      {
        authorize: async () => ({ result: mayErase ? 'ALLOW' : 'DENY' }),
      } as never,
    ],
    [championsApiRef, api],
    [
      catalogApiRef,
      catalogApiMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'instant-payments', namespace: 'default' },
          },
        ],
      }),
    ],
    [
      identityApiRef,
      mockApis.identity({
        userEntityRef: ME_REF,
        ownershipEntityRefs: [ME_REF, TEAM],
      }),
    ],
  ] as const;
}

/** Renders an element in a portal where Amara Rowe is signed in. */
export function renderAsAmara(
  element: ReactElement,
  api: FakeChampionsApi,
  route: string = '/',
  around: Surroundings = {},
): ReturnType<typeof renderInTestApp> {
  return renderInTestApp(element, {
    apis: [...apisOf(api, around)],
    mountedRoutes: MOUNTED_ROUTES,
    initialRouteEntries: [route],
  });
}

/** Renders extensions on the page of an entity, with Amara Rowe signed in. */
export function renderOnEntity(
  extensions: ExtensionDefinition[],
  entity: Entity,
  api: FakeChampionsApi,
  around: Surroundings = {},
): ReturnType<typeof renderTestApp> {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), ...extensions],
    apis: [...apisOf(api, around)],
    mountedRoutes: MOUNTED_ROUTES,
  });
}
