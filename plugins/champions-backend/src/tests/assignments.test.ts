import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AssignmentDetails,
  AssignmentsPage,
  ChampionAssignment,
  EntityChampions,
  MyChampionship,
  PersonChampionship,
  ResolvedChampions,
} from '@synchrony/backstage-plugin-champions-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  entity,
  setUpChampions,
  smallBank,
} from '../__testUtils__/setUpChampions';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const TEAM = 'group:default/payments';
const API = 'component:default/api';

describe.each(databases.eachSupportedId())('assignments on %s', databaseId => {
  async function setUp(entities = smallBank()) {
    const database = await databases.init(databaseId);
    const plugin = await setUpChampions(database, entities);
    const nominate = async (
      name: string,
      { by = 'stranger', scopeRef = TEAM, role = 'primary' } = {},
    ) =>
      plugin.post<ChampionAssignment>(
        '/assignments',
        { userRef: `user:default/${name}`, scopeRef, role },
        by,
      );
    const act = async (
      id: string,
      action: string,
      by: string,
      more: object = {},
    ) => {
      const row = await database('assignments').where({ id }).first();
      return plugin.post<ChampionAssignment>(
        `/assignments/${id}/actions`,
        { action, version: row.version, ...more },
        by,
      );
    };
    const makeActive = async (
      name: string,
      options: { scopeRef?: string; role?: string } = {},
    ) => {
      const { body } = await nominate(name, { ...options, by: name });
      await act(body.id, 'agreeCapacity', 'captain', { capacityPct: 10 });
      await act(body.id, 'activate', 'captain', { note: 'Knows it all' });
      return body.id;
    };
    const statusOf = async (id: string) =>
      (await database('assignments').where({ id }).first()).status;
    return { ...plugin, database, nominate, act, makeActive, statusOf };
  }

  it('leads from a nomination over consent and capacity to coverage', async () => {
    const plugin = await setUp();
    expect(await plugin.facts(API)).toEqual({
      state: 'uncovered',
      inheritedFrom: '',
      deputies: 0,
      isDeclaredOnly: false,
    });
    const nominated = await plugin.nominate('ann');
    expect(nominated.status).toBe(201);
    expectToMatchOpenApi('ChampionAssignment', nominated.body);
    const { id } = nominated.body;
    expect(nominated.body.actions).toEqual(['withdrawNomination']);
    expect((await plugin.act(id, 'accept', 'stranger')).status).toBe(403);
    expect((await plugin.act(id, 'accept', 'captain')).status).toBe(403);
    const accepted = await plugin.act(id, 'accept', 'ann', { capacityPct: 15 });
    expect(accepted.body).toMatchObject({ status: 'accepted', offeredPct: 15 });
    expect(
      (await plugin.act(id, 'agreeCapacity', 'ann', { capacityPct: 10 }))
        .status,
    ).toBe(403);
    expect(
      (await plugin.act(id, 'agreeCapacity', 'lead', { capacityPct: 50 }))
        .status,
    ).toBe(400);
    const agreed = await plugin.act(id, 'agreeCapacity', 'lead', {
      capacityPct: 10,
    });
    expect(agreed.body.status).toBe('onboarding');
    const person = await plugin
      .database('people')
      .where({ user_ref: 'user:default/ann' })
      .first();
    await plugin.database('training_records').insert(
      ['awareness', 'core-topics'].map(course_id => ({
        id: course_id,
        person_id: person.id,
        course_id,
        completed_on: '2026-11-01',
        status: 'confirmed',
        recorded_at: 1,
      })),
    );
    await plugin.part.assignments.activateReady([person.id]);
    expect(await plugin.statusOf(id)).toBe('active');
    expect(await plugin.facts(API)).toEqual({
      state: 'covered_thin',
      inheritedFrom: TEAM,
      deputies: 0,
      isDeclaredOnly: false,
    });
    await plugin.makeActive('ben', { role: 'deputy' });
    expect(await plugin.facts(API)).toMatchObject({
      state: 'covered',
      deputies: 1,
    });
    const champions = await plugin.get<EntityChampions>(
      '/entities/default/component/api/champions',
    );
    expectToMatchOpenApi('EntityChampions', champions.body);
    expect(champions.body).toMatchObject({
      state: 'covered',
      scopeRef: TEAM,
      isInherited: true,
      primary: { userRef: 'user:default/ann', status: 'active' },
      deputies: [{ userRef: 'user:default/ben' }],
      scopes: [
        API,
        'system:default/checkout',
        'domain:default/money',
        TEAM,
        'group:default/retail',
      ],
    });
    const seen = await plugin.get<AssignmentDetails>(`/assignments/${id}`);
    expectToMatchOpenApi('AssignmentDetails', seen.body);
    expect(seen.body.capacityPct).toBeUndefined();
    expect(seen.body.history.map(({ name }) => name)).toEqual([
      'accept',
      'agreeCapacity',
      'activate',
    ]);
    const me = await plugin.get<MyChampionship>('/me', 'ann');
    expectToMatchOpenApi('MyChampionship', me.body);
    expect(me.body).toMatchObject({ level: 1, isCaptain: false });
    expect((await plugin.get('/me', 'service')).status).toBe(403);
  });

  it('lets nobody but those concerned know of a nomination', async () => {
    const plugin = await setUp();
    const { body } = await plugin.nominate('ann');
    const seenBy = async (by: string) => {
      const one = await plugin.get(`/assignments/${body.id}`, by);
      const list = await plugin.get<AssignmentsPage>('/assignments', by);
      expectToMatchOpenApi('AssignmentsPage', list.body);
      expect(list.body.totalItems).toBe(list.body.items.length);
      expect(list.body.items).toHaveLength(one.status === 200 ? 1 : 0);
      return one.status;
    };
    expect(await seenBy('ann')).toBe(200);
    expect(await seenBy('stranger')).toBe(200);
    expect(await seenBy('lead')).toBe(200);
    expect(await seenBy('captain')).toBe(200);
    expect(await seenBy('ben')).toBe(404);
    await plugin.act(body.id, 'decline', 'ann', { note: 'No time' });
    expect(await seenBy('stranger')).toBe(404);
    expect(await seenBy('ann')).toBe(200);
    expect(
      plugin.signals.publish.mock.calls.map(
        ([signal]) => (signal as { recipients: object }).recipients,
      ),
    ).toEqual([
      { type: 'user', entityRef: 'user:default/ann' },
      { type: 'user', entityRef: 'user:default/ann' },
    ]);
  });

  it('takes a nomination of oneself as accepted, and each person once', async () => {
    const plugin = await setUp();
    const own = await plugin.nominate('ann', { by: 'ann' });
    expect(own.body.status).toBe('accepted');
    expect((await plugin.nominate('ann')).status).toBe(409);
    expect(
      (await plugin.nominate('ben', { scopeRef: 'api:default/x' })).status,
    ).toBe(400);
    expect((await plugin.nominate('nobody')).status).toBe(400);
    const stale = await plugin.post(
      `/assignments/${own.body.id}/actions`,
      { action: 'withdraw', version: 1 },
      'ann',
    );
    expect(stale.status).toBe(409);
    const gone = await plugin.act(own.body.id, 'withdraw', 'ann');
    expect(gone.body.status).toBe('ended');
    expect((await plugin.get(`/assignments/${own.body.id}`)).status).toBe(404);
    expect((await plugin.nominate('ann')).status).toBe(201);
  });

  it('answers a nomination alike whether others asked, or it lapsed', async () => {
    const plugin = await setUp();
    const first = await plugin.nominate('ann', { by: 'cy' });
    const second = await plugin.nominate('ann', { by: 'ben' });
    const fresh = await plugin.nominate('cy', { by: 'ben' });
    expect([second.status, fresh.status]).toEqual([201, 201]);
    const shapeOf = ({ body }: { body: ChampionAssignment }) => ({
      ...body,
      id: '',
      userRef: '',
    });
    expect(shapeOf(second)).toEqual(shapeOf(fresh));
    for (const by of ['ben', 'ann', 'lead', 'captain']) {
      expect((await plugin.nominate('ann', { by })).status).toBe(409);
    }
    const { body } = await plugin.act(second.body.id, 'accept', 'ann');
    expect(body.status).toBe('accepted');
    const other = await plugin
      .database('assignments')
      .where({ id: first.body.id })
      .first();
    expect([other.status, other.end_reason]).toEqual([
      'closed',
      'answered_elsewhere',
    ]);

    const lapsed = await plugin.makeActive('cy', { scopeRef: API });
    await plugin
      .database('assignments')
      .where({ id: lapsed })
      .update({ status: 'lapsed', lapsed_at: plugin.state.now });
    const again = await plugin.nominate('cy', { by: 'ben', scopeRef: API });
    expect(shapeOf(again)).toEqual({ ...shapeOf(fresh), scopeRef: API });
    expect((await plugin.act(again.body.id, 'accept', 'cy')).status).toBe(409);
    await plugin.act(lapsed, 'reconfirm', 'cy');
    expect(await plugin.statusOf(again.body.id)).toBe('closed');
    expect(
      (await plugin.nominate('cy', { by: 'ben', scopeRef: API })).status,
    ).toBe(409);
  });

  it('takes a no for all who asked for the same scope', async () => {
    const plugin = await setUp();
    const first = await plugin.nominate('ann', { by: 'cy' });
    const second = await plugin.nominate('ann', { by: 'ben' });
    await plugin.act(first.body.id, 'decline', 'ann');
    const row = await plugin
      .database('assignments')
      .where({ id: second.body.id })
      .first();
    expect([row.status, row.end_reason]).toEqual(['closed', 'declined']);
  });

  it('pages by keys and hides scopes that the catalog hides', async () => {
    const plugin = await setUp();
    await plugin.makeActive('ann');
    await plugin.makeActive('ben', { scopeRef: API });
    await plugin.makeActive('cy', { scopeRef: 'component:default/web' });
    const first = await plugin.get<AssignmentsPage>('/assignments?limit=2');
    expect(first.body.totalItems).toBe(3);
    const second = await plugin.get<AssignmentsPage>(
      `/assignments?limit=2&cursor=${first.body.pageInfo.nextCursor}`,
    );
    expect(
      new Set([...first.body.items, ...second.body.items].map(({ id }) => id))
        .size,
    ).toBe(3);
    expect(second.body.pageInfo).toEqual({});
    plugin.state.hidden.push('web');
    const some = await plugin.get<AssignmentsPage>('/assignments');
    expect(some.body.totalItems).toBe(2);
    const resolved = await plugin.post<ResolvedChampions>('/resolve', {
      entityRefs: ['component:default/web', 'Component:default/API', API],
    });
    expectToMatchOpenApi('ResolvedChampions', resolved.body);
    expect(resolved.body.items.map(({ entityRef }) => entityRef)).toEqual([
      API,
    ]);
    expect(
      (await plugin.get('/entities/default/component/web/champions')).status,
    ).toBe(404);
  });

  it('refuses to resolve more than 10,000', async () => {
    const plugin = await setUp();
    const entityRefs = Array.from({ length: 10_001 }, () => API);
    expect((await plugin.post('/resolve', { entityRefs })).status).toBe(422);
  });

  it.each(['off', 'weekly'] as const)(
    'expires, lapses and ends with nobody signed in, digest %s',
    async every => {
      const plugin = await setUp();
      const asked = (await plugin.nominate('cy')).body.id;
      const id = await plugin.makeActive('ann');
      plugin.state.settings.digest = { ...plugin.state.settings.digest, every };
      await plugin.passDays(22);
      expect(await plugin.statusOf(asked)).toBe('closed');
      plugin.notifications.send.mockClear();
      await plugin.passDays(145);
      const told = () =>
        plugin.notifications.send.mock.calls.map(
          ([{ payload, recipients }]) => [
            payload.topic,
            (recipients as { entityRef: string[] }).entityRef,
          ],
        );
      expect(told()).toEqual(
        every === 'off'
          ? [['champions.confirmation_due', ['user:default/ann']]]
          : [],
      );
      await plugin.passDays(14);
      expect(await plugin.statusOf(id)).toBe('lapsed');
      expect(told()).toContainEqual([
        'champions.lapsed_yours',
        ['user:default/ann'],
      ]);
      expect(await plugin.facts(API)).toMatchObject({ state: 'at_risk' });
      const { body } = await plugin.get<EntityChampions>(
        '/entities/default/component/api/champions',
      );
      expect(body).toMatchObject({ state: 'at_risk', reasons: ['lapsed'] });
      expect(body.primary).toBeUndefined();
      expect((await plugin.get(`/assignments/${id}`)).status).toBe(404);
      expect((await plugin.act(id, 'reconfirm', 'ann')).body.status).toBe(
        'active',
      );
      await plugin.passDays(181);
      await plugin.passDays(31);
      expect(await plugin.statusOf(id)).toBe('ended');
      expect(told().at(-1)).toEqual([
        'champions.ended_yours',
        ['user:default/ann'],
      ]);
      expect(await plugin.facts(API)).toMatchObject({ state: 'uncovered' });
      await plugin.part.assignmentClock.round();
      const events = await plugin
        .database('assignment_events')
        .where({ assignment_id: id, name: 'end' });
      expect(events).toHaveLength(1);
    },
  );

  it('flags who steps down at once and hands over to the deputy', async () => {
    const plugin = await setUp();
    const id = await plugin.makeActive('ann');
    const deputy = await plugin.makeActive('ben', { role: 'deputy' });
    plugin.notifications.send.mockClear();
    const past = await plugin.act(id, 'announceStepDown', 'ann', {
      endsAt: '2026-01-01',
    });
    expect(past.status).toBe(400);
    await plugin.act(id, 'announceStepDown', 'ann', {
      endsAt: '2026-12-31',
      successorRef: 'user:default/ben',
    });
    expect(await plugin.facts(API)).toMatchObject({
      state: 'at_risk',
      deputies: 1,
    });
    await plugin.part.assignmentClock.round();
    expect(plugin.notifications.send).toHaveBeenLastCalledWith({
      recipients: {
        type: 'entity',
        entityRef: [
          'user:default/lead',
          'group:default/appsec',
          'user:default/ben',
        ],
      },
      payload: expect.objectContaining({
        topic: 'champions.stepping_down',
        scope: id,
      }),
    });
    await plugin.act(id, 'handOver', 'ann', {
      successorRef: 'user:default/ben',
    });
    expect(await plugin.statusOf(id)).toBe('ended');
    const { body } = await plugin.get<EntityChampions>(
      '/entities/default/component/api/champions',
    );
    expect(body).toMatchObject({
      state: 'covered_thin',
      primary: { assignmentId: deputy, role: 'primary' },
    });
  });

  it('hands over only to somebody who is active', async () => {
    const plugin = await setUp();
    const id = await plugin.makeActive('ann');
    const { body } = await plugin.nominate('ben', {
      by: 'ben',
      role: 'deputy',
    });
    const toBen = { successorRef: 'user:default/ben' };
    const seen = await plugin.get<AssignmentDetails>(
      `/assignments/${id}`,
      'ann',
    );
    expect(seen.body.actions).not.toContain('handOver');
    expect((await plugin.act(id, 'handOver', 'ann', toBen)).status).toBe(400);
    await plugin.act(body.id, 'agreeCapacity', 'lead', { capacityPct: 5 });
    expect((await plugin.act(id, 'handOver', 'ann', toBen)).status).toBe(400);
    const still = await plugin
      .database('assignments')
      .where({ id: body.id })
      .first();
    expect([still.status, still.role]).toEqual(['onboarding', 'deputy']);
    await plugin.act(body.id, 'activate', 'captain', { note: 'Ready' });
    expect((await plugin.act(id, 'handOver', 'ann', toBen)).status).toBe(200);
  });

  it('gives the role of the catalog to a deputy once they are active', async () => {
    const declaring = (champions: string) => [
      ...smallBank(),
      entity('Group', 'fraud', [], {
        annotations: { 'synchrony.io/champions': champions },
      }),
    ];
    const plugin = await setUp(declaring('ann, ben'));
    const me = await plugin.get<MyChampionship>('/me', 'ben');
    const [{ id }] = me.body.assignments;
    await plugin.act(id, 'accept', 'ben');
    plugin.state.entities = declaring('ben, ann');
    await plugin.sweep();
    const roleOf = async () =>
      (await plugin.database('assignments').where({ id }).first()).role;
    expect(await roleOf()).toBe('deputy');
    await plugin.act(id, 'agreeCapacity', 'captain', { capacityPct: 5 });
    await plugin.act(id, 'activate', 'captain', { note: 'Ready' });
    expect(await roleOf()).toBe('primary');
  });

  it('has more than the limit of a person agreed knowingly, and says so', async () => {
    const plugin = await setUp();
    const { maxPct } = plugin.state.settings.capacity;
    await plugin.makeActive('ann');
    const { body } = await plugin.nominate('ann', { by: 'ann', scopeRef: API });
    const agree = (more: object) =>
      plugin.act(body.id, 'agreeCapacity', 'lead', {
        capacityPct: maxPct,
        ...more,
      });
    const refused = await agree({});
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      error: { details: { path: 'body.confirmOverCapacity' } },
    });
    // The address of the request, which is told as well, has a random id.
    const told = { ...refused.body, request: undefined };
    expect(JSON.stringify(told)).not.toContain(`${maxPct + 10}`);
    expect(await plugin.statusOf(body.id)).toBe('accepted');
    expect((await agree({ confirmOverCapacity: true })).status).toBe(200);
    plugin.notifications.send.mockClear();
    await plugin.part.assignmentClock.round();
    expect(
      plugin.notifications.send.mock.calls
        .map(([{ payload }]) => payload)
        .filter(({ scope }) => scope === body.id),
    ).toContainEqual(
      expect.objectContaining({
        topic: 'champions.capacity_agreed',
        description: expect.stringContaining(`more than ${maxPct} %`),
      }),
    );
  });

  it('covers thinly who is champion for too many scopes, everywhere', async () => {
    const plugin = await setUp();
    plugin.state.settings = { ...plugin.state.settings, maxScopes: 1 };
    await plugin.makeActive('ann');
    await plugin.makeActive('ben', { role: 'deputy' });
    expect(await plugin.facts('component:default/web')).toMatchObject({
      state: 'covered',
    });
    plugin.state.settings = { ...plugin.state.settings, maxScopes: 0 };
    await plugin.part.recomputeCoverage();
    expect(await plugin.facts('component:default/web')).toMatchObject({
      state: 'covered_thin',
    });
    plugin.state.settings = { ...plugin.state.settings, maxScopes: 1 };
    const more = await plugin.makeActive('ann', { scopeRef: API });
    expect(await plugin.facts('component:default/web')).toMatchObject({
      state: 'covered_thin',
      inheritedFrom: TEAM,
    });
    await plugin.act(more, 'withdraw', 'ann');
    expect(await plugin.facts('component:default/web')).toMatchObject({
      state: 'covered',
    });
  });

  it('tells services alone who is champion of what, with a version', async () => {
    const plugin = await setUp();
    await plugin.nominate('cy');
    await plugin.makeActive('ann', { scopeRef: 'system:default/checkout' });
    expect((await plugin.get('/relations', 'ann')).status).toBe(403);
    const relations = await plugin.get<{ items: object[] }>(
      '/relations',
      'service',
    );
    expectToMatchOpenApi('ChampionRelations', relations.body);
    expect(relations.body.items).toEqual([
      { entityRef: 'system:default/checkout', userRef: 'user:default/ann' },
    ]);
    const again = await plugin.get('/relations', 'service', {
      'If-None-Match': relations.headers.etag,
    });
    expect(again.status).toBe(304);
    const entities = await plugin.get('/people/default/ann/entities', 'ann');
    expectToMatchOpenApi('ChampionedEntities', entities.body);
    expect(entities.body).toEqual({
      entityRefs: [API, 'system:default/checkout'],
    });
    expect(
      (await plugin.get('/people/default/ann/entities', 'ben')).status,
    ).toBe(403);
    const person = await plugin.get('/people/default/ann', 'ben');
    expectToMatchOpenApi('PersonChampionship', person.body);
  });

  it('follows people who leave the group, the catalog, and scopes that go', async () => {
    const plugin = await setUp();
    const ann = await plugin.makeActive('ann');
    const ben = await plugin.makeActive('ben', { role: 'deputy' });
    const early = (await plugin.nominate('lead', { by: 'lead' })).body.id;
    const outside = await plugin.makeActive('stranger', { role: 'deputy' });
    const web = await plugin.makeActive('cy', {
      scopeRef: 'component:default/web',
    });
    plugin.state.entities = smallBank()
      .filter(({ metadata }) => !['ben', 'lead', 'web'].includes(metadata.name))
      .map(each =>
        each.metadata.name === 'ann' ? entity('User', 'ann') : each,
      );
    await plugin.sweep();
    await plugin.sweep();
    const reasons = async (id: string) => {
      const row = await plugin.database('assignments').where({ id }).first();
      return [row.status, row.end_reason];
    };
    expect(await reasons(ann)).toEqual(['lapsed', 'left_group']);
    expect(await reasons(ben)).toEqual(['lapsed', 'left_catalog']);
    expect(await reasons(early)).toEqual(['ended', 'left_catalog']);
    expect(await reasons(web)).toEqual(['ended', 'scope_gone']);
    expect(await reasons(outside)).toEqual(['active', null]);
    expect(await plugin.facts('component:default/web')).toBeUndefined();
    expect((await plugin.act(ann, 'reconfirm', 'ann')).body.status).toBe(
      'active',
    );
  });

  it('nominates whom the catalog declares, and counts them on their yes', async () => {
    const declaring = (champions: string) => [
      ...smallBank(),
      entity('Group', 'fraud', [], {
        annotations: { 'synchrony.io/champions': champions },
      }),
      entity('Component', 'scoring', [['ownedBy', 'group:default/fraud']]),
    ];
    const SCORING = 'component:default/scoring';
    const plugin = await setUp(declaring('user:default/ann, late'));
    expect(await plugin.facts(SCORING)).toMatchObject({
      state: 'uncovered',
      isDeclaredOnly: true,
    });
    expect(
      (await plugin.nominate('ben', { scopeRef: 'group:default/fraud' }))
        .status,
    ).toBe(409);
    plugin.state.entities = [
      ...declaring('user:default/ann, late'),
      entity('User', 'late'),
    ];
    await plugin.sweep();
    const mine = async (by: string) =>
      (await plugin.get<MyChampionship>('/me', by)).body.assignments;
    const [late] = await mine('late');
    expect(late).toMatchObject({ role: 'deputy', source: 'catalog' });
    const [ann] = await mine('ann');
    await plugin.act(ann.id, 'accept', 'ann');
    plugin.state.entities = [
      ...declaring('user:default/ann'),
      entity('User', 'late'),
    ];
    await plugin.sweep();
    expect(await plugin.statusOf(late.id)).toBe('ended');
    expect(await plugin.statusOf(ann.id)).toBe('accepted');
    expect(await plugin.facts(SCORING)).toMatchObject({
      isDeclaredOnly: false,
    });
    await plugin.act(ann.id, 'withdraw', 'ann');
    await plugin.sweep();
    expect(await mine('ann')).toEqual([]);
  });

  it('brings nobody back by an annotation who said no or was erased', async () => {
    const FRAUD = 'group:default/fraud';
    const declaring = (champions: string, more: object = {}) => [
      ...smallBank(),
      entity('Group', 'fraud', [], {
        annotations: { 'synchrony.io/champions': champions, ...more },
      }),
      entity('Component', 'scoring', [['ownedBy', FRAUD]]),
    ];
    const plugin = await setUp(declaring('ann, ben'));
    const mine = async (by: string) =>
      (await plugin.get<MyChampionship>('/me', by)).body.assignments;
    const show = async (entities: ReturnType<typeof declaring>) => {
      plugin.state.entities = entities;
      await plugin.sweep();
      await plugin.sweep();
    };
    const [ben] = await mine('ben');
    await plugin.act(ben.id, 'decline', 'ben');
    await show(declaring('ann, ben', { touched: 'yes' }));
    expect(await mine('ben')).toEqual([]);
    // A scope that is away for a while is no new declaration.
    await show(smallBank());
    await show(declaring('ann, ben'));
    expect(await mine('ben')).toEqual([]);
    await show(declaring('ann'));
    await show(declaring('ann, ben'));
    expect(await mine('ben')).toMatchObject([{ status: 'nominated' }]);

    const people = () => plugin.database('people').pluck('user_ref');
    const [ann] = await mine('ann');
    await plugin.act(ann.id, 'accept', 'ann');
    await plugin.erase('user:default/ann');
    for (const champions of ['ann, ben', 'ben', 'ann', 'ann, ben']) {
      await show(declaring(champions, { champions }));
      expect(await people()).not.toContain('user:default/ann');
    }
    expect(await plugin.facts('component:default/scoring')).toMatchObject({
      isDeclaredOnly: true,
    });
    const asked = await plugin.nominate('ann', { scopeRef: FRAUD });
    expect(asked.status).toBe(409);
    const own = await plugin.nominate('ann', { scopeRef: FRAUD, by: 'ann' });
    expect(own.body.status).toBe('accepted');
    await show(declaring('ann, ben', { champions: 'again' }));
    await plugin.act(own.body.id, 'withdraw', 'ann');
    await show(declaring('ann, ben', { champions: 'still' }));
    expect(await mine('ann')).toEqual([]);
  });

  it('trusts the catalog where the programme says so', async () => {
    const plugin = await setUp();
    plugin.state.settings = {
      ...plugin.state.settings,
      trustCatalogChampions: true,
    };
    plugin.state.entities = [
      ...smallBank(),
      entity('Group', 'fraud', [], {
        annotations: { 'synchrony.io/champions': 'user:default/ann' },
      }),
      entity('Component', 'scoring', [['ownedBy', 'group:default/fraud']]),
    ];
    await plugin.sweep();
    expect(await plugin.facts('component:default/scoring')).toMatchObject({
      state: 'covered_thin',
    });
  });

  it('moves entities with their groups', async () => {
    const plugin = await setUp();
    await plugin.makeActive('ann', { scopeRef: 'group:default/retail' });
    expect(await plugin.facts(API)).toMatchObject({
      inheritedFrom: 'group:default/retail',
    });
    plugin.state.entities = smallBank().map(each =>
      each.metadata.name === 'payments' ? entity('Group', 'payments') : each,
    );
    await plugin.sweep();
    expect(await plugin.facts(API)).toMatchObject({ state: 'uncovered' });
  });

  it('opens nothing to others where no policy is installed', async () => {
    const database = await databases.init(databaseId);
    const plugin = await setUpChampions(database, smallBank(), {
      isPolicyInstalled: false,
    });
    const { body } = await plugin.post<ChampionAssignment>('/assignments', {
      userRef: 'user:default/ann',
      scopeRef: TEAM,
      role: 'primary',
    });
    const path = `/assignments/${body.id}`;
    expect((await plugin.get(path, 'ben')).status).toBe(404);
    expect((await plugin.get(path, 'captain')).status).toBe(200);
    expect((await plugin.get('/relations', 'ben')).status).toBe(403);
  });

  it('lists no nomination of the catalog for those who were never heard of', async () => {
    const plugin = await setUp([
      ...smallBank(),
      entity('Group', 'fraud', [], {
        annotations: { 'synchrony.io/champions': 'user:default/ann' },
      }),
    ]);
    const listed = async (by: string) =>
      (await plugin.get<AssignmentsPage>('/assignments', by)).body;
    expect(await listed('stranger')).toMatchObject({
      items: [],
      totalItems: 0,
    });
    expect((await listed('ann')).totalItems).toBe(1);
    expect((await listed('captain')).totalItems).toBe(1);
  });

  it('tells captains where the lead has accepted, who agrees on no own time', async () => {
    const plugin = await setUp();
    await plugin.nominate('lead', { by: 'lead' });
    await plugin.nominate('ann', { by: 'ann' });
    await plugin.part.assignmentClock.round();
    expect(
      plugin.notifications.send.mock.calls
        .map(([{ payload, recipients }]) => [
          payload.topic,
          (recipients as { entityRef: string[] }).entityRef,
        ])
        .filter(([topic]) => topic === 'champions.accepted'),
    ).toEqual([
      ['champions.accepted', ['group:default/appsec']],
      ['champions.accepted', ['user:default/lead']],
    ]);
  });

  it('tries a notification again that could not be sent', async () => {
    const plugin = await setUp();
    plugin.notifications.send.mockRejectedValueOnce(new Error('down'));
    await plugin.nominate('ann');
    await plugin.part.assignmentClock.round();
    plugin.state.now += 120_000;
    await plugin.part.assignmentClock.round();
    await plugin.part.assignmentClock.round();
    expect(plugin.notifications.send).toHaveBeenCalledTimes(2);
  });

  it('tells level and training only the person, and who runs the programme', async () => {
    const plugin = await setUp();
    const told = async (by: string) => {
      const { body } = await plugin.get<PersonChampionship>(
        '/people/default/ann',
        by,
      );
      return [body.level, body.training];
    };
    expect(await told('ann')).toEqual([0, []]);
    expect(await told('captain')).toEqual([0, []]);
    expect(await told('stranger')).toEqual([undefined, undefined]);
  });
});
