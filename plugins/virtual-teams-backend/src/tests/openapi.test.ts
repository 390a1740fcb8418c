import { TestDatabases } from '@backstage/backend-test-utils';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { activeTeam, TEAM, TEAM_REF } from '../__testUtils__/activeTeam';
import { setUpVirtualTeams } from '../__testUtils__/setUpVirtualTeams';
import { openApiDocument } from '../openapi';
import { createRouter } from '../router/createRouter';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

interface Layers {
  stack: {
    route?: { path: string; methods: Record<string, boolean> };
    handle: Partial<Layers>;
  }[];
}

/** What a router and those within it serve, as `get /teams/{name}`. */
function served({ stack }: Layers): string[] {
  return stack.flatMap(({ handle, route }) => {
    if (!route) {
      return handle.stack ? served({ stack: handle.stack }) : [];
    }
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    return Object.keys(route.methods).map(method => `${method} ${path}`);
  });
}

const METHODS = ['get', 'put', 'post', 'delete'];

/** What the document describes, in the same words. */
const described = Object.entries(openApiDocument.paths).flatMap(
  ([path, operations]) =>
    Object.keys(operations)
      .filter(name => METHODS.includes(name))
      .map(method => `${method} ${path}`),
);

describe.each(databases.eachSupportedId())('routes on %s', id => {
  const start = async () => setUpVirtualTeams(await databases.init(id));

  it('answer as the OpenAPI document says', async () => {
    const plugin = await start();
    const { get, post } = plugin;
    await activeTeam(plugin);
    const invited = await post(`${TEAM}/memberships`, 'ann', {
      userRef: 'user:default/dee',
      role: 'expert',
      until: '2027-01-31',
      message: 'Please',
    });
    expectToMatchOpenApi('Membership', invited.body);
    const posted = await post('/open-roles', 'ann', {
      teamRef: TEAM_REF,
      title: 'Second engineer',
      skillId: 'webauthn',
      level: 'practitioner',
      seats: 1,
      until: '2027-01-31',
    });
    expectToMatchOpenApi('OpenRole', posted.body);
    for (const [path, schema, by] of [
      ['/teams', 'TeamsPage', 'ann'],
      [TEAM, 'Team', 'ann'],
      [TEAM, 'Team', 'stranger'],
      [`${TEAM}/timeline`, 'TeamTimeline', 'ann'],
      [`${TEAM}/declaration`, 'TeamDeclaration', 'ann'],
      [`${TEAM}/memberships`, 'TeamMemberships', 'ann'],
      [`${TEAM}/memberships`, 'TeamMemberships', 'stranger'],
      ['/open-roles', 'OpenRolesPage', 'dee'],
      ['/me', 'MyTeams', 'dee'],
      ['/me', 'MyTeams', 'ann'],
      ['/people/default/cy/memberships', 'PersonMemberships', 'ann'],
      ['/people/default/cy/granted-entities', 'GrantedEntities', 'cy'],
      ['/entities/default/component/ledger-api/teams', 'EntityTeams', 'ann'],
      ['/checks/teams', 'CheckTeams', 'ann'],
      ['/relations', 'ParticipantRelations', 'service'],
      ['/relations/teams', 'PortalTeams', 'service'],
    ]) {
      const { body, status } = await get(path, by);
      expect({ path, status }).toEqual({ path, status: 200 });
      expectToMatchOpenApi(schema, body);
    }
  });

  it('are all described, and no others', async () => {
    const { parts } = await start();
    const router = createRouter(parts) as unknown as Layers;
    expect(served(router).sort()).toEqual(
      ['get /openapi.json', ...described].sort(),
    );
  });
});
