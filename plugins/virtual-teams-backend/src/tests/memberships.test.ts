import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Membership,
  MyTeams,
  OpenRole,
  ParticipantRelations,
  Team,
  TeamMemberships,
  TeamTimeline,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { act, activeTeam, TEAM, TEAM_REF } from '../__testUtils__/activeTeam';
import {
  setUpVirtualTeams,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('memberships on %s', id => {
  const start = async () => setUpVirtualTeams(await databases.init(id));

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

  it('end where the catalog loses the person, and leave a lead', async () => {
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
    const remove = async (membership: Membership) =>
      post(`/memberships/${membership.id}/actions`, 'ann', {
        action: 'remove',
        version: membership.version,
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

  it('give sight of findings only by the word of who owns them, and until the team ends', async () => {
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
});
