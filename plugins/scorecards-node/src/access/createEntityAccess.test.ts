import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { EntityRow } from '../entities/types';
import { createEntityAccess } from './createEntityAccess';
import {
  createEntityAccessRules,
  EntityAccessFilter,
  EntityAccessResource,
} from './rules';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const permission = createPermission({
  name: 'example.thing.read',
  attributes: { action: 'read' },
  resourceType: 'example-entity',
});
const { conditions, createConditionalDecision, rules } =
  createEntityAccessRules(
    createPermissionResourceRef<
      EntityAccessResource,
      EntityAccessFilter
    >().with({ pluginId: 'example', resourceType: 'example-entity' }),
  );
const owners: Record<string, string | undefined> = {
  'component:default/mine': 'group:default/mine',
  'component:default/theirs': 'group:default/theirs',
  'component:default/orphan': undefined,
};

function setUp(options: {
  enabled: boolean;
  decision?: PolicyDecision;
  claims?: string[];
}) {
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(() => options.decision ?? { result: AuthorizeResult.ALLOW }),
  });
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/ann',
      ownershipEntityRefs: options.claims ?? [],
    }),
  });
  return createEntityAccess({
    config: mockServices.rootConfig({
      data: { permission: { enabled: options.enabled } },
    }),
    auth: mockServices.auth(),
    permissions,
    userInfo,
    entities: {
      get: async refs =>
        new Map(
          refs.map(ref => [
            ref,
            ref in owners
              ? ({ entityRef: ref, ownerRef: owners[ref] } as EntityRow)
              : undefined,
          ]),
        ),
    },
  });
}

async function seen(options: Parameters<typeof setUp>[0], service = false) {
  const access = setUp(options);
  const credentials = service
    ? mockCredentials.service()
    : mockCredentials.user();
  const visible = [];
  for (const ref of Object.keys(owners)) {
    if (await access.can(credentials, permission, ref)) {
      visible.push(ref.split('/')[1]);
    }
  }
  return visible;
}

describe('entity access', () => {
  it('follows a policy that decides for all', async () => {
    expect(await seen({ enabled: true })).toEqual(['mine', 'theirs', 'orphan']);
    expect(
      await seen({
        enabled: true,
        decision: { result: AuthorizeResult.DENY },
      }),
    ).toEqual([]);
  });

  it('shows people what they own when there is no policy', async () => {
    expect(
      await seen({ enabled: false, claims: ['Group:default/Mine'] }),
    ).toEqual(['mine']);
    expect(await seen({ enabled: false })).toEqual([]);
  });

  it('leaves services to their access restrictions', async () => {
    expect(await seen({ enabled: false }, true)).toHaveLength(3);
    expect(
      await seen(
        { enabled: false, decision: { result: AuthorizeResult.DENY } },
        true,
      ),
    ).toEqual([]);
  });

  it('refuses by throwing', async () => {
    const access = setUp({ enabled: false, claims: ['group:default/mine'] });
    const credentials = mockCredentials.user();
    await expect(
      access.require(credentials, permission, 'component:default/mine'),
    ).resolves.toBeUndefined();
    await expect(
      access.require(credentials, permission, 'component:default/theirs'),
    ).rejects.toThrow('example.thing.read is not granted');
  });

  it('opens nothing by a rule that it does not know', async () => {
    await expect(
      seen({
        enabled: true,
        decision: {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'example',
          resourceType: 'example-entity',
          conditions: { rule: 'IS_FRIDAY', resourceType: 'example-entity' },
        },
      }),
    ).rejects.toThrow('IS_FRIDAY');
  });

  const isMine = conditions.isEntityOwner({ claims: ['group:default/MINE'] });
  const isTheirs = conditions.entityIsOneOf({
    entityRefs: ['component:default/theirs'],
  });
  const cases = [
    ['owner', isMine, ['mine']],
    ['one of', isTheirs, ['theirs']],
    ['any of', { anyOf: [isMine, isTheirs] }, ['mine', 'theirs']],
    ['all of', { allOf: [isMine, isTheirs] }, []],
    ['not one of', { not: isTheirs }, ['mine', 'orphan']],
    ['not owner', { not: isMine }, ['orphan', 'theirs']],
    ['no claims', conditions.isEntityOwner({ claims: [] }), []],
  ] as [string, Parameters<typeof createConditionalDecision>[1], string[]][];

  it.each(cases)('understands: %s', async (_, criteria, expected) => {
    const decision = createConditionalDecision(permission, criteria);
    expect((await seen({ enabled: true, decision })).sort()).toEqual(expected);
  });

  describe.each(databases.eachSupportedId())('lists on %s', databaseId => {
    it.each(cases)('filters by: %s', async (_, criteria, expected) => {
      const database = await databases.init(databaseId);
      await database.schema.createTable('things', table => {
        table.string('ref');
        table.string('owner');
      });
      await database('things').insert(
        Object.entries(owners).map(([ref, owner]) => ({
          ref,
          owner: owner ?? null,
        })),
      );
      const access = setUp({
        enabled: true,
        decision: createConditionalDecision(permission, criteria),
      });
      const visibility = await access.visible(
        mockCredentials.user(),
        permission,
      );
      const query = database('things').select('ref').orderBy('ref');
      if (visibility.kind === 'where') {
        visibility.apply(query, { entityRef: 'ref', ownerRef: 'owner' });
      }
      const found = await query;
      expect(found.map(item => item.ref.split('/')[1])).toEqual(expected);
    });
  });

  it('gives policies and the permission backend the same answers', () => {
    const mine = {
      entityRef: 'component:default/mine',
      ownerRef: 'group:default/mine',
    };
    expect(
      rules.isEntityOwner.apply(mine, { claims: ['group:default/Mine'] }),
    ).toBe(true);
    expect(
      rules.isEntityOwner.apply(
        { entityRef: 'component:default/orphan' },
        { claims: ['group:default/mine'] },
      ),
    ).toBe(false);
    expect(
      rules.entityIsOneOf.apply(mine, {
        entityRefs: ['Component:default/mine'],
      }),
    ).toBe(true);
  });
});
