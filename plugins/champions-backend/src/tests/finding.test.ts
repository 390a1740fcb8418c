import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../migrate';
import { addAssignment, addCoverage, addPeople } from './__testUtils__/rows';
import {
  person,
  SERVICE,
  startChampions,
} from './__testUtils__/startChampions';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const GROUP = 'group:default/payments';
const ZED = 'user:default/zed';

jest.setTimeout(60_000);

const isFound = (id: string, scopeRefs?: string[]) => ({
  items: [
    {
      id,
      resourceRef: id,
      resourceType: 'champions-assignment',
      conditions: {
        rule: scopeRefs ? 'SCOPE_IS_ONE_OF' : 'IS_PUBLIC',
        resourceType: 'champions-assignment',
        params: scopeRefs ? { scopeRefs } : {},
      },
    },
  ],
});

describe.each(databases.eachSupportedId())('finding champions, %s', id => {
  async function setUp() {
    const database = await databases.init(id);
    await migrate(database);
    const [zed, ann] = await addPeople(database, ZED, 'user:default/ann');
    await addAssignment(database, {
      id: 'a',
      person: zed,
      scope: GROUP,
      steps: [
        ['accepted', 1],
        ['active', 2],
      ],
      specialisms: ['cloud', 'own'],
    });
    await addAssignment(database, {
      id: 'b',
      person: ann,
      scope: GROUP,
      role: 'deputy',
      steps: [
        ['accepted', 1],
        ['active', 1],
        ['stepping_down', 2],
      ],
    });
    await addAssignment(database, {
      id: 'c',
      person: ann,
      scope: 'group:default/asked',
      steps: [['nominated', 1]],
    });
    await addCoverage(database, 'component:default/api', 'covered', {
      scope: GROUP,
    });
    await database('vacancies').insert([
      { scope_ref: 'group:default/a', state: 'uncovered', since: 1 },
      { scope_ref: 'group:default/b', state: 'at_risk', since: 2 },
    ]);
    return { database, test: await startChampions(database) };
  }

  it('gives search what everybody may know of, and nobody else', async () => {
    const { test } = await setUp();
    const path = '/search-documents';
    const first = await test.described('get', path, `${path}?limit=1`, SERVICE);
    expect(first.body).toEqual({
      items: [
        {
          assignmentId: 'a',
          userRef: ZED,
          scopeRef: GROUP,
          role: 'primary',
          specialisms: ['Cloud and infrastructure', 'own'],
        },
      ],
      pageInfo: { nextCursor: 'a' },
    });
    const rest = await test.call('get', `${path}?cursor=a`, SERVICE);
    expect(
      rest.body.items.map(
        (item: { assignmentId: string }) => item.assignmentId,
      ),
    ).toEqual(['b']);
    expect(rest.body.pageInfo).toEqual({});
    expect((await test.call('get', path, person(ZED))).status).toBe(403);
    expect((await test.call('get', `${path}?limit=0`, SERVICE)).status).toBe(
      400,
    );
    test.denied.add('champions.champion.read');
    expect((await test.call('get', path, SERVICE)).status).toBe(403);
    await test.stop();
  });

  it('decides at the time of the search whether somebody is found', async () => {
    const { database, test } = await setUp();
    const decide = async (assignment: string, scopeRefs?: string[]) => {
      const { body } = await test.call(
        'post',
        '/.well-known/backstage/permissions/apply-conditions',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:permission'),
          targetPluginId: 'champions',
        }),
        isFound(assignment, scopeRefs),
      );
      return body.items[0].result;
    };
    expect(await decide('a')).toBe('ALLOW');
    expect(await decide('c')).toBe('DENY');
    expect(await decide('a', [GROUP])).toBe('ALLOW');
    expect(await decide('a', ['group:default/other'])).toBe('DENY');
    expect(await decide('gone')).toBe('DENY');
    await database('assignments')
      .where({ id: 'a' })
      .update({ status: 'ended' });
    expect(await decide('a')).toBe('DENY');
    await test.stop();
  });

  it('tells assistants whom to ask, and where nobody is', async () => {
    const { test } = await setUp();
    const credentials = mockCredentials.user(ZED);
    const invoke = (name: string, input: object) =>
      test.actions.invoke({
        id: `test:${name}`,
        input: input as {},
        credentials,
      });
    const entityRef = 'component:default/api';
    expect((await invoke('who-is-champion', { entityRef })).output).toEqual({
      entityRef,
      state: 'covered',
      reasons: [],
      scopeRef: GROUP,
      isInherited: true,
      contacts: [
        {
          userRef: ZED,
          role: 'primary',
          status: 'active',
          specialisms: ['cloud', 'own'],
        },
        {
          userRef: 'user:default/ann',
          role: 'deputy',
          status: 'stepping_down',
          specialisms: [],
        },
      ],
    });
    const gaps = await invoke('list-coverage-gaps', { limit: 1 });
    expect(gaps.output).toMatchObject({
      items: [{ scopeRef: 'group:default/a', state: 'uncovered' }],
      nextCursor: 'group:default/a',
    });
    test.denied.add('catalog.entity.read');
    expect((await invoke('list-coverage-gaps', {})).output).toEqual({
      items: [],
    });
    await expect(invoke('who-is-champion', { entityRef })).rejects.toThrow(
      'Nothing is known',
    );
    test.denied.add('champions.champion.read');
    await expect(invoke('list-coverage-gaps', {})).rejects.toThrow(
      'not granted',
    );
    await test.stop();
  });
});
