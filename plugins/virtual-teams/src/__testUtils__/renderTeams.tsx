import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  CheckDefinitionsApi,
  checkDefinitionsApiRef,
  virtualTeamsApiRef,
} from '../api';
import plugin from '../index';
import { FakeCheckDefinitions } from './FakeCheckDefinitions';
import { FakeSignals } from './FakeSignals';
import { FakeVirtualTeamsApi } from './FakeVirtualTeamsApi';

function user(name: string, displayName: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName } },
  };
}

function platform(name: string, displayName: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', title: displayName },
    spec: { type: 'platform', children: [], profile: { displayName } },
  };
}

function component(name: string, title: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', title },
    spec: { type: 'service', lifecycle: 'production', owner: 'customer-auth' },
  };
}

const CATALOG = [
  user('amara.rowe', 'Amara Rowe'),
  user('yuki.arai', 'Yuki Arai'),
  user('noor.chaudhry', 'Noor Chaudhry'),
  user('samir.haddad', 'Samir Haddad'),
  user('elif.demir', 'Elif Demir'),
  user('tom.wirth', 'Tom Wirth'),
  user('ines.duarte', 'Ines Duarte'),
  platform('retail-payments', 'Retail Payments'),
  platform('cards-lending', 'Cards & Lending'),
  platform('digital-channels', 'Digital Channels'),
  platform('identity-access', 'Identity & Access'),
  platform('data-analytics', 'Data & Analytics'),
  platform('cloud-platform', 'Cloud & Developer Platform'),
  component('auth-api', 'Auth API'),
  component('mobile-bff', 'Mobile BFF'),
];

interface Options {
  isAllowed?: boolean;
  signals?: FakeSignals;
  checks?: CheckDefinitionsApi;
}

function setUp(api: FakeVirtualTeamsApi, options: Options) {
  const {
    isAllowed = true,
    signals = new FakeSignals(),
    checks = new FakeCheckDefinitions(),
  } = options;
  const permissions = {
    authorize: async () => ({ result: isAllowed ? 'ALLOW' : 'DENY' }),
  };
  return {
    apis: [
      [virtualTeamsApiRef, api],
      [checkDefinitionsApiRef, checks],
      [signalApiRef, signals],
      [permissionApiRef, permissions],
      [catalogApiRef, catalogApiMock({ entities: CATALOG })],
    ] as never,
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  };
}

/** The portal at an address of virtual teams, with a small catalog. */
export function renderTeams(
  api: FakeVirtualTeamsApi,
  route: string,
  options: Options = {},
) {
  return renderTestApp({
    ...setUp(api, options),
    features: [plugin],
    initialRouteEntries: [route],
  });
}

/** A part of a page alone, with the same small catalog. */
export function renderPart(api: FakeVirtualTeamsApi, part: JSX.Element) {
  return renderInTestApp(part, setUp(api, {}));
}
