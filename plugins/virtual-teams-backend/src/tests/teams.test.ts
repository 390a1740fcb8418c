import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Membership,
  MyTeams,
  Team,
  TeamsPage,
  TeamTimeline,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  act,
  activeTeam,
  join,
  TEAM,
  TEAM_REF,
} from '../__testUtils__/activeTeam';
import {
  setUpVirtualTeams,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

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
});
