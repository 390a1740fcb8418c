import { mockServices } from '@backstage/backend-test-utils';
import { PluginEntityScopes } from './EntityScopes';

function setUp(answer: (url: string, init?: RequestInit) => Promise<Response>) {
  const asked: string[] = [];
  const clock = { now: 0 };
  const logger = mockServices.logger.mock();
  const scopes = new PluginEntityScopes({
    pluginId: 'champions',
    path: 'entities',
    discovery: mockServices.discovery(),
    auth: mockServices.auth(),
    logger,
    now: () => clock.now,
    fetch: async (input, init) => {
      asked.push(String(input));
      return answer(String(input), init);
    },
  });
  return { asked, clock, logger, scopes };
}

const entities = async () =>
  Response.json({ entityRefs: ['component:default/ledger'] });

describe('PluginEntityScopes', () => {
  it('asks once in ten seconds for a person', async () => {
    const { asked, clock, scopes } = setUp(entities);
    const [one, two] = await Promise.all([
      scopes.entitiesOf('user:default/amara'),
      scopes.entitiesOf('user:default/amara'),
    ]);
    expect(one).toEqual(['component:default/ledger']);
    expect(two).toEqual(one);
    clock.now = 10_000;
    await scopes.entitiesOf('user:default/amara');
    expect(asked).toEqual([
      expect.stringMatching(/\/people\/default\/amara\/entities$/),
    ]);
    clock.now = 10_001;
    await scopes.entitiesOf('user:default/amara');
    await scopes.entitiesOf('user:default/bo');
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['is not installed', async () => new Response('{}', { status: 404 }), 0],
    ['fails', async () => new Response('{}', { status: 500 }), 1],
    [
      'can not be reached',
      async () => {
        throw new TypeError('fetch failed');
      },
      1,
    ],
    ['answers something else', async () => new Response('<html>'), 1],
  ])('knows of none while the plugin %s', async (_, answer, warnings) => {
    const { logger, scopes } = setUp(answer);
    await expect(scopes.entitiesOf('user:default/amara')).resolves.toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(warnings);
  });

  it('gives up when the plugin does not answer', async () => {
    const { scopes } = setUp(
      (__, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () =>
            reject(init.signal?.reason),
          );
        }),
    );
    await expect(scopes.entitiesOf('user:default/amara')).resolves.toEqual([]);
  });
});
