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
import { ReactElement } from 'react';
import { championsApiRef } from '../api';
import { deskRouteRef, programmeRouteRef, scorecardsRouteRef } from '../routes';
import { ME_REF, TEAM } from './deskFixtures';
import { FakeChampionsApi } from './FakeChampionsApi';

const MOUNTED_ROUTES = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/desk': deskRouteRef,
  '/champions': programmeRouteRef,
  '/scorecards': scorecardsRouteRef,
};

function apisOf(api: FakeChampionsApi) {
  return [
    [championsApiRef, api],
    [catalogApiRef, catalogApiMock()],
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
): ReturnType<typeof renderInTestApp> {
  return renderInTestApp(element, {
    apis: [...apisOf(api)],
    mountedRoutes: MOUNTED_ROUTES,
    initialRouteEntries: [route],
  });
}

/** Renders extensions on the page of an entity, with Amara Rowe signed in. */
export function renderOnEntity(
  extensions: ExtensionDefinition[],
  entity: Entity,
  api: FakeChampionsApi,
): ReturnType<typeof renderTestApp> {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), ...extensions],
    apis: [...apisOf(api)],
    mountedRoutes: MOUNTED_ROUTES,
  });
}
