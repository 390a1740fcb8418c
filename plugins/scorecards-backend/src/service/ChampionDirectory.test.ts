import { mockServices } from '@backstage/backend-test-utils';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { ChampionDirectory } from './ChampionDirectory';

describe('ChampionDirectory', () => {
  let server: Server;
  let answer: { status: number; body: object };

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => {
    server.close();
  });

  function directory() {
    const logger = mockServices.logger.mock();
    const { port } = server.address() as AddressInfo;
    return {
      logger,
      champions: new ChampionDirectory({
        auth: mockServices.auth(),
        discovery: {
          getBaseUrl: async () => `http://127.0.0.1:${port}`,
          getExternalBaseUrl: async () => '',
        },
        logger,
      }),
    };
  }

  it('knows champions and deputies', async () => {
    answer = {
      status: 200,
      body: {
        items: [
          {
            entityRef: 'component:default/api',
            primary: { userRef: 'user:default/ann' },
            deputies: [{ userRef: 'user:default/bo' }],
          },
          { entityRef: 'component:default/web', deputies: [] },
        ],
      },
    };
    await expect(
      directory().champions.championsOf([
        'component:default/api',
        'component:default/web',
      ]),
    ).resolves.toEqual(
      new Map([
        ['component:default/api', ['user:default/ann', 'user:default/bo']],
        ['component:default/web', []],
      ]),
    );
  });

  it('knows nobody while the plugin does not answer, and says so once', async () => {
    answer = { status: 503, body: {} };
    const { champions, logger } = directory();
    await expect(
      champions.championsOf(['component:default/a']),
    ).resolves.toEqual(new Map());
    await champions.championsOf(['component:default/a']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
