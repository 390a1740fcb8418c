import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { smallBank } from '../__testUtils__/setUpChampions';
import { championsPlugin } from '../plugin';

it('starts, takes in the catalog and serves facts for checks', async () => {
  const { server } = await startTestBackend({
    features: [
      championsPlugin,
      catalogServiceMock.factory({ entities: smallBank() }),
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const asService = mockCredentials.service.header();
  const get = (path: string) =>
    request(server)
      .get(`/api/champions${path}`)
      .set('Authorization', asService);
  expect((await get('/openapi.json')).body.openapi).toBe('3.1.0');
  expect(
    (await get('/scorecard-facts/schema')).body.properties.coverage.title,
  ).toBe('Coverage by security champions');
  let items: { entityRef: string; facts: object }[] = [];
  for (let tries = 0; tries < 200 && items.length < 7; tries += 1) {
    items = (await get('/scorecard-facts')).body.items;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  expect(items).toContainEqual(
    expect.objectContaining({
      entityRef: 'component:default/api',
      facts: {
        coverage: {
          state: 'uncovered',
          inheritedFrom: '',
          deputies: 0,
          isDeclaredOnly: false,
        },
      },
    }),
  );
});
