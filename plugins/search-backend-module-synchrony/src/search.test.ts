import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  RegisterCollatorParameters,
  TestPipeline,
} from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import {
  CheckInfo,
  DefinitionDetails,
} from '@synchrony/backstage-plugin-scorecards-common';
import searchModuleSynchrony from './index';

const SAST: CheckInfo = {
  id: 'code.sast-active',
  version: 1,
  title: 'Static analysis runs',
  stage: 'code',
  weightWord: 'high',
  effort: 'M',
  waivable: true,
  rationale: 'Injection is found while the author remembers.',
  action: 'Add static analysis.',
  remediation: 'Run `CodeQL` on the default branch.',
  passWhen: 'ingestion.coverage.sast.complete',
  unknownWhen: [],
  facts: [],
  sources: ['ingestion'],
  waitingFor: [],
  usedBy: [{ scorecardId: 'essentials', title: 'Essentials' }],
  terms: [],
};

const DETAILS: DefinitionDetails = {
  scorecards: [
    {
      id: 'essentials',
      version: 2,
      title: 'Essentials',
      description: 'What every component should have first.',
      appliesTo: { kind: ['Component'] },
      targetByTier: {},
      graceDays: 0,
      checks: [],
      terms: [],
    },
  ],
  checks: [
    SAST,
    {
      ...SAST,
      version: 2,
      usedBy: [
        { scorecardId: 'essentials', title: 'Essentials' },
        { scorecardId: 'secure-delivery', title: 'Secure delivery' },
      ],
    },
  ],
  drafts: [
    {
      kind: 'check',
      id: 'code.secret-plan',
      version: 1,
      title: 'Proposed',
      file: 'draft.yaml',
    },
  ],
};

describe('searching for definitions', () => {
  let scorecards: Server;
  let answer: [number, object];
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    scorecards = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.writeHead(answer[0], { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer[1]));
    });
    await new Promise<void>(resolve =>
      scorecards.listen(0, '127.0.0.1', resolve),
    );
  });
  afterAll(() => new Promise(resolve => scorecards.close(resolve)));

  async function addedCollator(config = {}) {
    const { port } = scorecards.address() as AddressInfo;
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
        mockServices.rootConfig.factory({ data: config }),
        mockServices.discovery.mock({
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        }).factory,
      ],
    });
    await backend.stop();
    return added[0].factory;
  }

  it('finds what is in use by its words, and leads to where it is shown', async () => {
    answer = [200, DETAILS];
    const factory = await addedCollator();
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();

    expect(documents).toEqual([
      {
        title: 'Essentials',
        text: 'What every component should have first.',
        location: '/scorecards/definitions?scorecard=essentials',
        definition: 'scorecard',
        name: 'essentials',
        words: 'essentials',
        stage: '',
        scorecards: 'Essentials',
      },
      {
        title: 'Static analysis runs',
        text: 'Injection is found while the author remembers. Run CodeQL on the default branch.',
        location: '/scorecards/definitions?check=code.sast-active',
        definition: 'check',
        name: 'code.sast-active',
        words: 'code sast active',
        stage: 'code',
        scorecards: 'Essentials, Secure delivery',
      },
    ]);
    expect(asked.at(-1)).toMatch(
      /^\/api\/scorecards\/definitions\/details Bearer /,
    );
  });

  it('shows results to those who may read scores, at a place of the portal', async () => {
    answer = [200, DETAILS];
    const factory = await addedCollator({
      search: { collators: { scorecards: { path: '/security/rules' } } },
    });
    expect(factory.type).toBe('scorecards');
    expect(factory.visibilityPermission?.name).toBe('scorecards.score.read');
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(documents[0].location).toBe('/security/rules?scorecard=essentials');
  });

  it('fails when scorecards can’t be reached, so that the index stays', async () => {
    answer = [503, {}];
    const factory = await addedCollator();
    await expect(factory.getCollator()).rejects.toThrow('503');
  });
});
