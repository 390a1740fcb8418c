import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessorResult,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { PluginEntityProvider } from '../provider/PluginEntityProvider';
import { ParticipantRelationProcessor } from './ParticipantRelationProcessor';
import { TeamDirectory } from './TeamDirectory';

const PASSKEYS = {
  teamRef: 'group:virtual-teams/passkeys',
  title: 'Passkeys Everywhere',
  description: 'No passwords in customer journeys',
  status: 'active',
  kind: 'initiative',
};

const OWN_LOCATION = { type: 'synchrony', target: 'virtual-teams' };

function setUp(answers: Record<string, () => Response>) {
  const logger = mockServices.logger.mock();
  const directory = new TeamDirectory({
    discovery: mockServices.discovery(),
    fetch: async url => {
      const [, path] = /virtual-teams(\/.*)$/.exec(String(url))!;
      return answers[path]();
    },
  });
  const provider = new PluginEntityProvider({
    name: 'synchrony-virtual-teams',
    subject: 'virtual teams',
    logger,
    read: () => directory.read(),
  });
  let groups: Entity[] | undefined;
  const connection = {
    async applyMutation(mutation: EntityProviderMutation) {
      groups =
        mutation.type === 'full'
          ? mutation.entities.map(({ entity }) => entity)
          : undefined;
    },
    async refresh() {},
  };
  return {
    logger,
    refresh: async () => {
      await provider.connect(connection);
      await provider.refresh();
      return groups;
    },
  };
}

const answer =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });

async function relationsOf(entities: Entity[], location = OWN_LOCATION) {
  const emitted: CatalogProcessorResult[] = [];
  for (const entity of entities) {
    await new ParticipantRelationProcessor().postProcessEntity(
      entity,
      location,
      result => emitted.push(result),
    );
  }
  return emitted.map(result =>
    result.type === 'relation'
      ? `${result.relation.source.name} ${result.relation.type} ${result.relation.target.name}`
      : result,
  );
}

describe('virtual teams in the catalog', () => {
  it('shows a team as a group that owns nothing, and relates both ways', async () => {
    const groups = await setUp({
      '/relations/teams': answer({ items: [PASSKEYS] }),
      '/relations': answer({
        items: [{ teamRef: PASSKEYS.teamRef, userRef: 'user:default/amara' }],
      }),
    }).refresh();
    expect(groups).toEqual([
      expect.objectContaining({
        kind: 'Group',
        metadata: expect.objectContaining({
          namespace: 'virtual-teams',
          name: 'passkeys',
          title: 'Passkeys Everywhere',
        }),
        spec: { type: 'virtual-team', children: [] },
      }),
    ]);
    expect(await relationsOf(groups!)).toEqual([
      'passkeys synchrony-hasParticipant amara',
      'amara synchrony-participatesIn passkeys',
    ]);
  });

  it('relates the people of a team that a file declares, whose group it does not touch', async () => {
    const groups = await setUp({
      '/relations/teams': answer({ items: [] }),
      '/relations': answer({
        items: [
          { teamRef: 'group:default/guild', userRef: 'user:default/amara' },
        ],
      }),
    }).refresh();
    expect(groups!.map(({ metadata }) => metadata.name)).toEqual([
      'virtual-team-participants',
    ]);
    expect(await relationsOf(groups!)).toEqual([
      'guild synchrony-hasParticipant amara',
      'amara synchrony-participatesIn guild',
    ]);
  });

  it('takes a relation away with the member', async () => {
    const groups = await setUp({
      '/relations/teams': answer({ items: [PASSKEYS] }),
      '/relations': answer({ items: [] }),
    }).refresh();
    expect(await relationsOf(groups!)).toEqual([]);
  });

  it('believes no entity that comes from elsewhere', async () => {
    const groups = await setUp({
      '/relations/teams': answer({ items: [PASSKEYS] }),
      '/relations': answer({
        items: [{ teamRef: PASSKEYS.teamRef, userRef: 'user:default/amara' }],
      }),
    }).refresh();
    expect(
      await relationsOf(groups!, { type: 'url', target: 'https://git/x.yaml' }),
    ).toEqual([]);
  });

  it('makes members of the group only where the plugin says so', async () => {
    const groups = await setUp({
      '/relations/teams': answer({
        items: [{ ...PASSKEYS, memberRefs: ['user:default/amara'] }],
      }),
      '/relations': answer({ items: [] }),
    }).refresh();
    expect(groups![0].spec).toMatchObject({ members: ['user:default/amara'] });
  });

  it.each([
    ['an error', answer({ error: { message: 'no' } }, 500)],
    ['something else', answer({ rows: [] })],
    [
      'no ref',
      answer({ items: [{ teamRef: 'x', userRef: 'user:default/a' }] }),
    ],
  ])('keeps what is there when it is answered %s', async (_, failing) => {
    const { logger, refresh } = setUp({
      '/relations/teams': answer({ items: [PASSKEYS] }),
      '/relations': failing,
    });
    expect(await refresh()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('has none without the plugin, and says so once', async () => {
    const missing = answer({ error: { name: 'NotFoundError' } }, 404);
    const { logger, refresh } = setUp({
      '/relations/teams': missing,
      '/relations': missing,
    });
    await refresh();
    expect(await refresh()).toBeUndefined();
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
