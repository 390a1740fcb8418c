import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessorResult,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { ChampionGroupProvider } from './ChampionGroupProvider';
import { ChampionRelationProcessor } from './ChampionRelationProcessor';
import { ChampionRelations } from './ChampionRelations';

const PAIRS = [
  { entityRef: 'group:default/payments', userRef: 'user:default/amara' },
  { entityRef: 'component:default/ledger', userRef: 'user:default/amara' },
];

const OWN_LOCATION = { type: 'synchrony', target: 'champions' };

function setUp(answers: (() => Response)[]) {
  const logger = mockServices.logger.mock();
  const provider = new ChampionGroupProvider({
    logger,
    relations: new ChampionRelations({
      discovery: mockServices.discovery(),
      fetch: async () => answers.shift()!(),
    }),
  });
  const groups: Entity[] = [];
  const connection = {
    async applyMutation(mutation: EntityProviderMutation) {
      expect(mutation.type).toBe('full');
      groups.push(
        ...(mutation.type === 'full' ? mutation.entities : []).map(
          ({ entity }) => entity,
        ),
      );
    },
    async refresh() {},
  };
  return { connection, groups, logger, provider };
}

const answer =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });

async function relationsOf(
  entity: Entity,
  location = OWN_LOCATION,
  relatesPeople = true,
) {
  const emitted: CatalogProcessorResult[] = [];
  const processor = new ChampionRelationProcessor({ relatesPeople });
  await processor.postProcessEntity(entity, location, result =>
    emitted.push(result),
  );
  return emitted.map(result =>
    result.type === 'relation'
      ? [
          result.relation.source.name,
          result.relation.type,
          result.relation.target.name,
        ]
      : result,
  );
}

describe('champions in the catalog', () => {
  it('keeps one group without members, and relates both ways from it', async () => {
    const { connection, groups, provider } = setUp([
      answer({ version: '1', items: PAIRS }),
    ]);
    await provider.refresh();
    expect(groups).toEqual([]);
    await provider.connect(connection);
    await provider.refresh();

    expect(groups).toEqual([
      expect.objectContaining({
        kind: 'Group',
        spec: { type: 'security-champions', children: [] },
      }),
    ]);
    expect(await relationsOf(groups[0])).toEqual([
      ['payments', 'synchrony-championedBy', 'amara'],
      ['amara', 'synchrony-championOf', 'payments'],
      ['ledger', 'synchrony-championedBy', 'amara'],
      ['amara', 'synchrony-championOf', 'ledger'],
    ]);
  });

  it('shows no pair to who may not see the scope', async () => {
    const { connection, groups, provider } = setUp([
      answer({ version: '1', items: PAIRS }),
    ]);
    await provider.connect(connection);
    await provider.refresh();
    const shown = await new ChampionRelationProcessor({
      relatesPeople: false,
    }).postProcessEntity(groups[0], OWN_LOCATION, () => {});
    expect(JSON.stringify(shown)).not.toMatch(/ledger|amara/);
    expect(shown.metadata.annotations).toHaveProperty([
      'backstage.io/managed-by-location',
    ]);
    expect(await relationsOf(groups[0], OWN_LOCATION, false)).toEqual([
      ['payments', 'synchrony-championedBy', 'amara'],
      ['ledger', 'synchrony-championedBy', 'amara'],
    ]);
  });

  it('takes relations away when nobody is champion any more', async () => {
    const { connection, groups, provider } = setUp([
      answer({ version: '2', items: [] }),
    ]);
    await provider.connect(connection);
    await provider.refresh();
    expect(await relationsOf(groups[0])).toEqual([]);
  });

  it.each([
    ['answers with an error', answer({ error: { message: 'no' } }, 500)],
    ['answers something else', answer({ rows: [] })],
    [
      'names no ref',
      answer({ items: [{ entityRef: 'x', userRef: 'user:default/a' }] }),
    ],
    [
      'does not answer',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('leaves what is there when champions %s', async (_, failing) => {
    const { connection, groups, logger, provider } = setUp([failing]);
    await provider.connect(connection);
    await provider.refresh();
    expect(groups).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('does nothing without the plugin, and says so once', async () => {
    const missing = answer({ error: { name: 'NotFoundError' } }, 404);
    const { connection, groups, logger, provider } = setUp([missing, missing]);
    await provider.connect(connection);
    await provider.refresh();
    await provider.refresh();
    expect(groups).toEqual([]);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('believes no entity that comes from elsewhere', async () => {
    const { connection, groups, provider } = setUp([
      answer({ version: '1', items: PAIRS }),
    ]);
    await provider.connect(connection);
    await provider.refresh();
    const [group] = groups;
    const other = { ...group, metadata: { ...group.metadata, name: 'other' } };
    expect(await relationsOf(other)).toEqual([]);
    expect(
      await relationsOf(group, {
        type: 'url',
        target: 'https://git/group.yaml',
      }),
    ).toEqual([]);
  });
});
