import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createCatalogVisibility } from './createCatalogVisibility';

const refs = ['component:default/a', 'component:default/b'];

function setUp(decision: PolicyDecision) {
  const catalog = catalogServiceMock({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'A' },
      },
    ],
  });
  jest.spyOn(catalog, 'getEntitiesByRefs');
  const visibility = createCatalogVisibility({
    auth: mockServices.auth(),
    catalog,
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    }),
  });
  return { catalog, visibility };
}

const conditional: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS_ENTITY_OWNER', resourceType: 'catalog-entity' },
};

describe('catalog visibility', () => {
  it('filters nothing for those who may see everything', async () => {
    const { catalog, visibility } = setUp({ result: AuthorizeResult.ALLOW });
    expect(await visibility.filter(mockCredentials.user(), refs)).toEqual(
      new Set(refs),
    );
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('hides everything from those who may see nothing', async () => {
    const { visibility } = setUp({ result: AuthorizeResult.DENY });
    expect(await visibility.filter(mockCredentials.user(), refs)).toEqual(
      new Set(),
    );
  });

  it('asks the catalog once as the caller when it depends', async () => {
    const { catalog, visibility } = setUp(conditional);
    const credentials = mockCredentials.user();
    expect(await visibility.mode(credentials)).toBe('some');
    expect(await visibility.filter(credentials, refs)).toEqual(
      new Set(['component:default/a']),
    );
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });
  });

  it('takes services as the plugin itself', async () => {
    const { visibility } = setUp({ result: AuthorizeResult.DENY });
    expect(await visibility.mode(mockCredentials.service())).toBe('all');
  });
});
