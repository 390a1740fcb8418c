import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Membership,
  MyTeams,
  OpenRole,
  ParticipantRelations,
  Team,
  TeamActionInput,
  TeamMemberships,
  TeamsPage,
  TeamTimeline,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  setUpVirtualTeams,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';
import { openApiDocument } from '../openapi';
import { createRouter } from '../router/createRouter';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const TEAM = '/teams/virtual-teams/passkeys';
const TEAM_REF = 'group:virtual-teams/passkeys';

type Plugin = Awaited<ReturnType<typeof setUpVirtualTeams>>;

async function act(
  { get, post }: Plugin,
  by: string,
  action: TeamActionInput['action'],
  note?: string,
) {
  const { body } = await get<Team>(TEAM, by);
  return post<Team>(`${TEAM}/actions`, by, {
    action,
    version: body.version,
    note,
  });
}

async function join(
  { post }: Plugin,
  name: string,
  more: object = {},
): Promise<void> {
  const invited = await post<Membership>(`${TEAM}/memberships`, 'ann', {
    userRef: `user:default/${name}`,
    role: 'member',
    ...more,
  });
  expect(invited.status).toBe(201);
  const accepted = await post(`/memberships/${invited.body.id}/actions`, name, {
    action: 'accept',
    version: 1,
    allocationPct: 10,
  });
  expect(accepted.status).toBe(200);
}

/** A team that works, led by Ann; Cy covers a skill of it. */
async function activeTeam(plugin: Plugin): Promise<void> {
  expect((await plugin.post('/teams', 'ann', teamInput())).status).toBe(201);
  await act(plugin, 'sponsor', 'approve');
  await join(plugin, 'cy', { skillIds: ['webauthn'] });
  expect((await act(plugin, 'ann', 'start')).body.status).toBe('active');
  await plugin.told();
}

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

describe.each(databases.eachSupportedId())('virtual teams on %s', id => {
  const start = async () => setUpVirtualTeams(await databases.init(id));

  it('go from a proposal to a team that works, each step by who may take it', async () => {
    const plugin = await start();
    const { get, post, told } = plugin;
    const proposed = await post<Team>('/teams', 'ann', teamInput());
    expect(proposed.body).toMatchObject({
      teamRef: TEAM_REF,
      status: 'proposed',
      isLead: true,
      actions: ['abandon'],
      mine: 'lead',
    });
    expect(await told()).toEqual([
      'user:default/sponsor: Passkeys Everywhere asks you to be its sponsor',
    ]);
    expect((await get(TEAM, 'stranger')).status).toBe(404);
    expect((await act(plugin, 'ann', 'approve')).status).toBe(403);
    expect((await act(plugin, 'sponsor', 'approve')).body.status).toBe(
      'forming',
    );
    expect(await told()).toEqual([
      'user:default/ann: Passkeys Everywhere is approved: it can form now',
    ]);

    expect((await act(plugin, 'ann', 'start')).status).toBe(409);
    expect((await get<Team>(TEAM, 'ann')).body.obstacles).toEqual([
      {
        action: 'start',
        guard: 'coversASkill',
        message: 'Nobody in the team covers any of the skills that it asks for',
      },
    ]);
    await join(plugin, 'cy', { skillIds: ['webauthn'] });
    expect((await act(plugin, 'ann', 'start')).body).toMatchObject({
      status: 'active',
      seatsCovered: 1,
      seatsAsked: 2,
      memberCount: 2,
    });
    expect((await get<TeamsPage>('/teams', 'stranger')).body).toMatchObject({
      totalItems: 1,
      items: [{ title: 'Passkeys Everywhere', memberCount: 2 }],
      facets: {
        skills: [{ value: 'webauthn', count: 1 }],
        kinds: [{ value: 'initiative', count: 1 }],
        needsHelp: 0,
        mine: 0,
      },
    });
    const { body: timeline } = await get<TeamTimeline>(
      `${TEAM}/timeline`,
      'stranger',
    );
    expect(timeline.items.map(({ name }) => name)).toEqual([
      'start',
      'accept',
      'approve',
      'join',
      'propose',
    ]);
    expect(timeline.ahead.map(({ on }) => on)).toEqual([
      '2026-12-15',
      '2027-06-30',
    ]);
  });

  it('refuse what names nothing, and say which field', async () => {
    const { post, state } = await start();
    const refused = async (more: object, field: string) => {
      const { body, status } = await post<{ error: { message: string } }>(
        '/teams',
        'ann',
        teamInput(more),
      );
      expect(status).toBe(400);
      expect(body.error.message).toContain(field);
    };
    const cobol = { skillId: 'cobol', level: 'aware', count: 1 };
    await refused({ leadRef: 'user:default/nobody' }, 'leadRef');
    await refused({ platformRefs: ['group:default/ledger'] }, 'platformRefs.0');
    await refused({ entityRefs: ['component:default/none'] }, 'entityRefs.0');
    await refused(
      { requiredExpertise: [cobol] },
      'requiredExpertise.0.skillId',
    );
    await refused({ sponsorRef: 'user:default/ann' }, 'sponsorRef');
    await refused(
      { channels: [{ title: 'x', url: 'data:text/html,x' }] },
      'channels',
    );
    state.hidden = ['login-web'];
    await refused({}, 'entityRefs.1');
    state.hidden = [];
    expect((await post('/teams', 'ann', teamInput())).status).toBe(201);
    const ofBen = { leadRef: 'user:default/ben' };
    expect((await post('/teams', 'ben', teamInput(ofBen))).status).toBe(409);
    const other = await post<Team>(
      '/teams',
      'ben',
      teamInput({ ...ofBen, name: undefined, title: 'Passkeys' }),
    );
    expect(other.body.teamRef).toBe('group:virtual-teams/passkeys-2');
  });

  it('find teams by words, skills, platforms and need, a page at a time', async () => {
    const plugin = await start();
    const { get, post } = plugin;
    await activeTeam(plugin);
    for (const name of ['beta', 'alpha']) {
      await post('/teams', 'ann', {
        ...teamInput({ name, title: name, kind: 'community' }),
        sponsorRef: undefined,
        endsAt: undefined,
        requiredExpertise: [],
        platformRefs: ['group:default/cloud'],
      });
    }
    const titles = async (query: string) =>
      (await get<TeamsPage>(`/teams?${query}`, 'eve')).body.items.map(
        ({ title }) => title,
      );
    expect(await titles('q=fido2')).toEqual(['Passkeys Everywhere']);
    expect(await titles('q=%25')).toEqual([]);
    expect(await titles('platform=group:default/cloud&orderBy=title')).toEqual([
      'alpha',
      'beta',
    ]);
    expect(await titles('kind=initiative&skill=webauthn')).toHaveLength(1);
    expect(await titles('needsHelp=true')).toEqual([]);
    for (const orderBy of ['title', 'recent', 'ends']) {
      const seen: string[] = [];
      let cursor = '';
      for (let pages = 0; pages < 4; pages += 1) {
        const { body } = await get<TeamsPage>(
          `/teams?limit=1&orderBy=${orderBy}${cursor}`,
          'eve',
        );
        seen.push(...body.items.map(({ title }) => title));
        if (!body.pageInfo.nextCursor) {
          break;
        }
        cursor = `&cursor=${body.pageInfo.nextCursor}`;
      }
      expect([...seen].sort()).toEqual([
        'Passkeys Everywhere',
        'alpha',
        'beta',
      ]);
    }
    expect((await get('/teams?cursor=nonsense', 'eve')).status).toBe(400);
  });

  it('ask people, who decide for themselves, and tell nobody else of it', async () => {
    const plugin = await start();
    const { get, passDays, post, told } = plugin;
    await activeTeam(plugin);
    const { body: invited } = await post<Membership>(
      `${TEAM}/memberships`,
      'ann',
      { userRef: 'user:default/dee', role: 'expert', message: 'Please' },
    );
    expect(invited).toMatchObject({
      status: 'invited',
      decidedBy: ['user:default/dee'],
    });
    expect(await told()).toEqual([
      'user:default/dee: Passkeys Everywhere invites you',
    ]);
    const path = `/memberships/${invited.id}/actions`;
    const accept = { action: 'accept', version: 1 };
    for (const by of ['cy', 'stranger']) {
      const { body } = await get<TeamMemberships>(`${TEAM}/memberships`, by);
      expect(body.items.map(({ userRef }) => userRef)).not.toContain(
        'user:default/dee',
      );
      const timeline = await get<TeamTimeline>(`${TEAM}/timeline`, by);
      expect(
        timeline.body.items.map(({ subjectRef }) => subjectRef),
      ).not.toContain('user:default/dee');
      expect((await post(path, by, accept)).status).toBe(404);
    }
    expect((await get<Team>(TEAM, 'stranger')).body.memberCount).toBe(2);
    expect((await post(path, 'ann', accept)).status).toBe(403);
    await passDays(7);
    expect(await told()).toEqual([
      'user:default/dee: Passkeys Everywhere waits for your answer',
    ]);
    await passDays(7);
    expect(await told()).toEqual([
      'user:default/dee: An invitation to Passkeys Everywhere ran out',
      'user:default/ann: An invitation to Passkeys Everywhere ran out',
    ]);
    expect((await get<MyTeams>('/me', 'dee')).body.toAnswer).toEqual([]);
  });

  it('take in who asks, for a role that is filled then', async () => {
    const plugin = await start();
    const { get, post, told } = plugin;
    await activeTeam(plugin);
    const wanted = { teamRef: TEAM_REF, title: 'Second engineer', seats: 1 };
    expect((await post('/open-roles', 'cy', wanted)).status).toBe(403);
    const { body: role } = await post<OpenRole>('/open-roles', 'ann', {
      ...wanted,
      skillId: 'webauthn',
    });
    expect(role).toMatchObject({ seatsLeft: 1, isMine: true, matches: 0 });
    const asked = await post<Membership>(`${TEAM}/memberships`, 'eve', {
      role: 'member',
      allocationPct: 15,
      openRoleId: role.id,
    });
    expect(asked.body).toMatchObject({
      status: 'requested',
      decidedBy: ['user:default/ann'],
      platformRef: 'group:default/cloud',
    });
    expect(await told()).toEqual([
      'user:default/ann: Somebody asks to join Passkeys Everywhere',
    ]);
    const mine = await get<MyTeams>('/me', 'ann');
    expect(mine.body.toAnswer.map(({ userRef }) => userRef)).toEqual([
      'user:default/eve',
    ]);
    const path = `/memberships/${asked.body.id}/actions`;
    const approve = { action: 'approve', version: 1 };
    expect(
      (await post(path, 'ann', { action: 'reject', version: 1 })).status,
    ).toBe(400);
    expect((await post(path, 'ann', approve)).status).toBe(200);
    expect((await post(path, 'ann', approve)).status).toBe(409);
    expect(await told()).toEqual([
      'user:default/eve: You are in: Passkeys Everywhere',
    ]);
    const open = async () =>
      (await get<{ items: OpenRole[] }>('/open-roles', 'eve')).body.items;
    expect(await open()).toEqual([]);

    const memberOf = async (by: string) =>
      (await get<TeamMemberships>(`${TEAM}/memberships`, by)).body.items.find(
        ({ userRef }) => userRef === 'user:default/eve',
      )!;
    expect((await memberOf('cy')).allocationPct).toBe(15);
    expect((await memberOf('stranger')).allocationPct).toBeUndefined();
    expect((await memberOf('head-of-cloud')).allocationPct).toBe(15);
    const { version } = await memberOf('eve');
    expect((await post(path, 'eve', { action: 'leave', version })).status).toBe(
      200,
    );
    expect(await open()).toHaveLength(1);
  });

  it('say who gives more time than is agreed, to those who may act on it', async () => {
    const plugin = await start();
    const { get, post } = plugin;
    await activeTeam(plugin);
    const other = '/teams/virtual-teams/other';
    const { body: team } = await post<Team>(
      '/teams',
      'ben',
      teamInput({ name: 'other', leadRef: 'user:default/ben' }),
    );
    await post(`${other}/actions`, 'sponsor', {
      action: 'approve',
      version: team.version,
    });
    const invited = await post<Membership>(`${other}/memberships`, 'ben', {
      userRef: 'user:default/cy',
      role: 'member',
    });
    await post(`/memberships/${invited.body.id}/actions`, 'cy', {
      action: 'accept',
      version: 1,
      allocationPct: 15,
    });
    const over = async (by: string) =>
      (await get<TeamMemberships>(`${TEAM}/memberships`, by)).body
        .overAllocated;
    const warning = [
      { ref: 'user:default/cy', totalPct: 25, limitPct: 20, teams: 2 },
    ];
    for (const by of ['ann', 'cy', 'head-of-identity']) {
      expect(await over(by)).toEqual(warning);
    }
    expect(await over('stranger')).toEqual([]);
    expect((await get<MyTeams>('/me', 'cy')).body).toMatchObject({
      totalAllocationPct: 25,
      limitPct: 20,
    });
  });

  it('lose whom the catalog loses, and keep a lead', async () => {
    const plugin = await start();
    const { get, post, put, state, sweep, told } = plugin;
    await activeTeam(plugin);
    const mine = async (by: string) =>
      (await get<MyTeams>('/me', by)).body.memberships[0];
    const lead = await mine('ann');
    const leave = { action: 'leave', version: lead.version };
    expect(lead.actions).not.toContain('leave');
    expect(
      (await post(`/memberships/${lead.id}/actions`, 'ann', leave)).status,
    ).toBe(409);
    const member = await mine('cy');
    const promoted = await put(`/memberships/${member.id}`, 'ann', {
      version: member.version,
      role: 'deputy',
    });
    expect(promoted.status).toBe(200);
    expect(
      (await post(`/memberships/${lead.id}/actions`, 'ann', leave)).status,
    ).toBe(200);
    expect((await get<Team>(TEAM, 'cy')).body).toMatchObject({
      leadRef: 'user:default/cy',
      isLead: true,
      memberCount: 1,
    });
    await told();
    state.entities = state.entities.filter(
      ({ metadata }) => metadata.name !== 'cy',
    );
    await sweep();
    await sweep();
    expect((await get<Team>(TEAM, 'sponsor')).body.memberCount).toBe(0);
    expect(await told()).toEqual([
      "user:default/sponsor: Somebody in Passkeys Everywhere left the company's catalog",
    ]);
    const relations = await get<ParticipantRelations>('/relations', 'service');
    expect(relations.body.items).toEqual([]);
  });

  it('keep why somebody was taken out between the person and who leads', async () => {
    const plugin = await start();
    const { get, post } = plugin;
    await activeTeam(plugin);
    const memberships = async (by: string) =>
      (await get<TeamMemberships>(`${TEAM}/memberships`, by)).body.items;
    const of = async (name: string) =>
      (await memberships('ann')).find(
        ({ userRef }) => userRef === `user:default/${name}`,
      )!;
    const own = await of('ann');
    expect(own.actions).not.toContain('remove');
    const remove = async ({ id, version }: Membership) =>
      post(`/memberships/${id}/actions`, 'ann', {
        action: 'remove',
        version,
        note: 'Never came',
      });
    expect((await remove(own)).status).toBe(409);
    expect((await remove(await of('cy'))).status).toBe(200);
    const notes = async (by: string) =>
      (await get<TeamTimeline>(`${TEAM}/timeline`, by)).body.items.flatMap(
        ({ note }) => note ?? [],
      );
    expect(await notes('ann')).toContain('Never came');
    expect(await notes('cy')).toContain('Never came');
    expect(await notes('stranger')).not.toContain('Never came');
  });

  it('see findings only by the word of who owns them, and until the team ends', async () => {
    const plugin = await start();
    const { get, post, put, state, told } = plugin;
    await activeTeam(plugin);
    const entityRef = 'component:default/ledger-api';
    const grant = async (by: string, action: string) =>
      (await post(`${TEAM}/grants`, by, { entityRef, action })).status;
    const granted = async (name: string) =>
      (
        await get<{ entityRefs: string[] }>(
          `/people/default/${name}/granted-entities`,
          'service',
        )
      ).body.entityRefs;
    expect(await grant('cy', 'grant')).toBe(403);
    expect(await grant('ann', 'grant')).toBe(204);
    expect(await granted('cy')).toEqual([]);
    expect(await told()).toEqual([
      'group:default/ledger: Passkeys Everywhere asks to read findings of ledger-api',
    ]);
    expect(await grant('ann', 'allow')).toBe(403);
    state.granters = ['ben'];
    expect(await grant('ben', 'allow')).toBe(204);
    expect(await granted('cy')).toEqual([entityRef]);
    expect(await granted('ben')).toEqual([]);
    expect(
      (await get('/people/default/cy/granted-entities', 'ann')).status,
    ).toBe(403);

    const past = async (by: string) =>
      (await get<TeamTimeline>(`${TEAM}/timeline`, by)).body.items.filter(
        ({ name }) => name.endsWith('Findings'),
      );
    expect((await past('cy')).map(each => each.entityRef)).toEqual([
      entityRef,
      entityRef,
    ]);
    state.hidden = ['ledger-api'];
    expect(JSON.stringify(await past('cy'))).not.toContain('ledger-api');
    state.hidden = [];

    await act(plugin, 'ann', 'pause', 'Waits');
    expect(await granted('cy')).toEqual([]);
    await act(plugin, 'ann', 'resume');
    expect(await granted('cy')).toEqual([entityRef]);

    await act(plugin, 'ann', 'beginClose');
    expect((await act(plugin, 'ann', 'archive')).status).toBe(409);
    const { body: closing } = await get<Team>(TEAM, 'ann');
    expect(closing.obstacles.map(({ guard }) => guard)).toEqual([
      'hasOutcome',
      'hasHandoverOwner',
    ]);
    const outcome = (handoverOwnerRef: string) =>
      put(`${TEAM}/outcome`, 'ann', {
        version: closing.version,
        summary: 'Passkeys work',
        artefacts: [],
        values: { logins: 41 },
        handoverOwnerRef,
      });
    expect((await outcome('group:default/none')).status).toBe(400);
    expect((await outcome('group:default/login')).status).toBe(200);
    await told();
    expect((await act(plugin, 'ann', 'archive')).body).toMatchObject({
      status: 'archived',
      memberCount: 0,
      outcomeRecord: { handoverOwnerRef: 'group:default/login' },
    });
    expect(await granted('cy')).toEqual([]);
    const relations = await get<ParticipantRelations>('/relations', 'service');
    expect(relations.body.items).toEqual([]);
    await told();
    const thanked = await post(`${TEAM}/thanks`, 'ann', {
      to: ['user:default/cy'],
      message: 'Well done',
    });
    expect(thanked.status).toBe(204);
    expect(await told()).toEqual([
      'user:default/cy: Thanks for your part in Passkeys Everywhere',
    ]);
  });

  it('name nobody as lead or deputy who has not said yes', async () => {
    const { get, post } = await start();
    const named = {
      leadRef: 'user:default/cy',
      deputyRefs: ['user:default/dee'],
    };
    await post('/teams', 'ann', teamInput(named));
    const approve = async () => {
      const { body } = await get<Team>(TEAM, 'sponsor');
      return post<Team>(`${TEAM}/actions`, 'sponsor', {
        action: 'approve',
        version: body.version,
      });
    };
    expect((await approve()).status).toBe(409);
    const invited = async (by: string) =>
      (await get<MyTeams>('/me', by)).body.toAnswer[0];
    const accept = async (by: string) =>
      post(`/memberships/${(await invited(by)).id}/actions`, by, {
        action: 'accept',
        version: 1,
      });
    await accept('cy');
    expect((await approve()).body.status).toBe('forming');
    const deputies = async (by: string) =>
      (await get<Team>(TEAM, by)).body.deputyRefs;
    expect(await deputies('cy')).toEqual(['user:default/dee']);
    expect(await deputies('stranger')).toEqual([]);
    const file = await get<{ yaml: string }>(`${TEAM}/declaration`, 'stranger');
    expect(file.body.yaml).not.toContain('user:default/dee');
    await accept('dee');
    expect(await deputies('stranger')).toEqual(['user:default/dee']);

    const guild = teamInput({
      name: 'guild',
      kind: 'community',
      sponsorRef: undefined,
      endsAt: undefined,
      ...named,
    });
    expect((await post('/teams', 'ann', guild)).status).toBe(400);
  });

  it('count as stale when nobody reviews them, until somebody does', async () => {
    const plugin = await start();
    const { get, passDays, post, told } = plugin;
    await activeTeam(plugin);
    await passDays(60);
    const { body } = await get<Team>(TEAM, 'ann');
    expect(body.isStale).toBe(true);
    expect(await told()).toContain(
      'user:default/ann: The review of Passkeys Everywhere is long overdue',
    );
    const reviewed = await post<Team>(`${TEAM}/review`, 'ann', {
      version: body.version,
      note: 'On its way',
      nextReviewAt: '2027-03-01',
      values: { logins: 20 },
    });
    expect(reviewed.body).toMatchObject({
      isStale: false,
      charter: { measures: [{ current: 20 }] },
    });
  });

  it('are open to all where they are communities, which agree on no time', async () => {
    const { post } = await start();
    const { body } = await post<Team>(
      '/teams',
      'ann',
      teamInput({
        name: 'guild',
        kind: 'community',
        sponsorRef: undefined,
        endsAt: undefined,
        platformRefs: [],
        requiredExpertise: [],
      }),
    );
    expect(body.status).toBe('forming');
    const path = '/teams/virtual-teams/guild/memberships';
    const ask = { role: 'member' };
    expect((await post(path, 'eve', { ...ask, allocationPct: 5 })).status).toBe(
      400,
    );
    expect((await post<Membership>(path, 'eve', ask)).body.status).toBe(
      'active',
    );
  });

  it('come over from before the portal, all or none, with their history', async () => {
    const { get, post } = await start();
    const since = '2026-09-01T09:00:00.000Z';
    const item = {
      team: teamInput(),
      status: 'active',
      proposedAt: '2026-08-01T09:00:00.000Z',
      startedAt: since,
      memberships: [
        {
          userRef: 'user:default/ann',
          role: 'lead',
          allocationPct: 20,
          since,
          consentRecord: 'Signed the charter',
        },
      ],
    };
    const bring = (by: string, ...items: object[]) =>
      post('/teams/import', by, { items });
    expect((await bring('ann', item)).status).toBe(403);
    const wrong = teamInput({ name: 'wrong', leadRef: 'user:default/cy' });
    expect(
      (await bring('manager', item, { ...item, team: wrong })).status,
    ).toBe(400);
    expect((await get(TEAM, 'manager')).status).toBe(404);
    expect((await bring('manager', item)).body).toEqual({
      created: 1,
      existing: 0,
    });
    expect((await bring('manager', item)).body).toEqual({
      created: 0,
      existing: 1,
    });
    expect((await get<Team>(TEAM, 'ann')).body).toMatchObject({
      status: 'active',
      startedAt: since,
      isLead: true,
    });
  });

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

  it('describe every route that they serve, and no other', async () => {
    const { parts } = await start();
    const router = createRouter(parts) as unknown as Layers;
    expect(served(router).sort()).toEqual(
      ['get /openapi.json', ...described].sort(),
    );
  });
});
