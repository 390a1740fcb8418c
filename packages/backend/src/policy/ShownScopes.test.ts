import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { CatalogShownScopes } from './ShownScopes';

const AMARA = {
  credentials: mockCredentials.user('user:default/amara'),
  info: { userEntityRef: 'user:default/amara', ownershipEntityRefs: [] },
} as unknown as PolicyQueryUser;

const group = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
});

function setUp(answer: () => Promise<Response>) {
  const catalog = catalogServiceMock({ entities: [group('Payments')] });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const logger = mockServices.logger.mock();
  const scopes = new CatalogShownScopes({
    catalog,
    discovery: mockServices.discovery(),
    auth: mockServices.auth(),
    logger,
    now: () => 0,
    fetch: answer,
  });
  return { asked, logger, scopes };
}

const relations = async () =>
  Response.json({
    version: '1',
    items: ['group:default/payments', 'component:default/hidden'].map(
      entityRef => ({ entityRef, userRef: 'user:default/bo' }),
    ),
  });

describe('CatalogShownScopes', () => {
  it('knows the scopes that the catalog shows to the person, asked once', async () => {
    const { asked, scopes } = setUp(relations);
    expect(await scopes.shownTo(AMARA)).toEqual(['group:default/payments']);
    await scopes.shownTo(AMARA);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledWith(expect.anything(), {
      credentials: AMARA.credentials,
    });
  });

  it.each([
    ['is not installed', async () => new Response('{}', { status: 404 }), 0],
    ['fails', async () => new Response('{}', { status: 500 }), 1],
  ])('knows of none while champions %s', async (_, answer, warnings) => {
    const { logger, scopes } = setUp(answer);
    expect(await scopes.shownTo(AMARA)).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(warnings);
  });
});
