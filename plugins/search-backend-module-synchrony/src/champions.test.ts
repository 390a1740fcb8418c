import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  RegisterCollatorParameters,
  TestPipeline,
} from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleSynchrony from './index';

const ITEM = {
  assignmentId: 'a1',
  userRef: 'user:default/zed',
  userTitle: 'Zed Quillan',
  scopeRef: 'group:default/payments',
  scopeTitle: 'Payments',
  role: 'primary',
  specialisms: ['Secure code', 'Cloud'],
};

describe('searching for champions', () => {
  let champions: Server;
  let answers: Record<string, [number, object]>;

  beforeAll(async () => {
    champions = createServer((request, response) => {
      const [status, body] = answers[String(request.url)];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve =>
      champions.listen(0, '127.0.0.1', resolve),
    );
  });
  afterAll(() => new Promise(resolve => champions.close(resolve)));

  async function collators(enabled: boolean) {
    const { port } = champions.address() as AddressInfo;
    const added: RegisterCollatorParameters[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          searchIndexRegistryExtensionPoint,
          { addCollator: item => added.push(item), addDecorator: () => {} },
        ],
      ],
      features: [
        searchModuleSynchrony,
        mockServices.rootConfig.factory({
          data: { permission: { enabled } },
        }),
        mockServices.discovery.mock({
          getBaseUrl: async () => `http://127.0.0.1:${port}`,
        }).factory,
      ],
    });
    await backend.stop();
    return added.map(({ factory }) => factory);
  }

  it('finds who has said yes, and asks each time whether it still holds', async () => {
    answers = {
      '/search-documents': [
        200,
        { items: [ITEM], pageInfo: { nextCursor: 'a1' } },
      ],
      '/search-documents?cursor=a1': [
        200,
        {
          items: [
            {
              ...ITEM,
              assignmentId: 'b2',
              userTitle: undefined,
              role: 'deputy',
              specialisms: [],
            },
          ],
          pageInfo: {},
        },
      ],
    };
    const [, factory] = await collators(true);
    expect(factory.type).toBe('champions');
    expect(factory.visibilityPermission).toMatchObject({
      name: 'champions.assignment.read',
      resourceType: 'champions-assignment',
    });
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(documents).toEqual([
      {
        title: 'Zed Quillan — champion of Payments',
        text: 'Whom to ask about security in Payments. Knows most about: Secure code, Cloud.',
        location: '/catalog/default/user/zed',
        userRef: 'user:default/zed',
        scopeRef: 'group:default/payments',
        role: 'primary',
        specialisms: 'Secure code, Cloud',
        authorization: { resourceRef: 'a1' },
      },
      expect.objectContaining({
        title: 'zed — deputy champion of Payments',
        text: 'Whom to ask about security in Payments.',
        authorization: { resourceRef: 'b2' },
      }),
    ]);
  });

  it('finds nobody where champions are not installed, and fails when they are down', async () => {
    answers = { '/search-documents': [404, {}] };
    const [, factory] = await collators(true);
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(documents).toEqual([]);
    answers = { '/search-documents': [503, {}] };
    await expect(factory.getCollator()).rejects.toThrow('503');
  });

  it('keeps champions out of a search that nobody guards', async () => {
    expect((await collators(false)).map(({ type }) => type)).toEqual([
      'scorecards',
      'virtual-team',
    ]);
  });
});
