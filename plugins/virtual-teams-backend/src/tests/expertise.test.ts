import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DiscoveryPage,
  Expertise,
  MyProfile,
  PersonProfile,
  SearchDocuments,
  SkillMatrix,
  TeamErasurePreview,
  TeamPersonExport,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import {
  entity,
  setUpVirtualTeams,
  smallBank,
} from '../__testUtils__/setUpVirtualTeams';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { PERSON_COLUMNS } from '../privacy/personColumns';
import { profileResourceRef, SearchStore } from '../store/SearchStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const SKILL = { level: 'advanced', willing: ['mentor'], evidenceLinks: [] };
const OPEN = { visibility: 'everyone', availability: 'free' };

async function insertTeam(
  database: Knex,
  status: string,
  people: Record<string, number>,
) {
  const [{ id }] = await database('teams')
    .insert({
      team_ref: `group:virtual-teams/${status}`,
      title: `Passkeys ${status}`,
      title_key: `passkeys ${status}`,
      kind: 'community',
      status,
      outcome: 'No passwords',
      charter: '{}',
      interaction_mode: 'collaboration',
      channels: '[]',
      lead_id: people.ann,
      managed_by: 'portal',
      is_declaration_gone: false,
      proposed_at: 1,
      last_active_at: 1,
      version: 1,
    })
    .returning('id');
  return Number(id);
}

function insertMembership(
  database: Knex,
  teamId: number,
  personId: number,
  more: object = {},
) {
  return database('memberships').insert({
    id: `m-${teamId}-${personId}`,
    team_id: teamId,
    person_id: personId,
    role: 'member',
    status: 'active',
    skill_ids: '[]',
    created_at: 1,
    since: 1,
    version: 1,
    ...more,
  });
}

describe.each(databases.eachSupportedId())('expertise on %s', id => {
  const setUp = async () => {
    const database = await databases.init(id);
    const plugin = await setUpVirtualTeams(database);
    const declare = async (
      by: string,
      skillId = 'webauthn',
      more: object = {},
      profile: object = OPEN,
    ) => {
      await plugin.put('/profile', by, profile);
      return plugin.put<Expertise>(`/profile/skills/${skillId}`, by, {
        ...SKILL,
        ...more,
      });
    };
    const find = async (query: string, by = 'stranger') =>
      (await plugin.get<DiscoveryPage>(`/discovery?${query}`, by)).body;
    const names = async (query: string, by?: string) =>
      (await find(query, by)).items.map(item =>
        item.type === 'person' ? item.userRef.split('/')[1] : item.type,
      );
    return { ...plugin, database, declare, find, names };
  };

  it('shows people to those they chose, and forgets what they withdraw', async () => {
    const plugin = await setUp();
    const { declare, find, get, names, put, remove } = plugin;
    expect((await put('/profile/skills/webauthn', 'ann', SKILL)).status).toBe(
      200,
    );
    expect(await names('q=passkeys')).toEqual([]);
    await declare('ann');
    await declare('cy', 'mtls', { visibility: 'my_groups' });
    const page = await find('q=paskeys&platform=group:default/payments');
    expectToMatchOpenApi('DiscoveryPage', page);
    expect(page).toMatchObject({
      totalItems: 1,
      items: [
        {
          userRef: 'user:default/ann',
          platformRef: 'group:default/payments',
          availability: 'free',
          why: [
            {
              kind: 'spelling',
              text: '“paskeys” is spelt like WebAuthn; says: advanced',
            },
            { kind: 'platform', text: 'Works in payments' },
          ],
        },
      ],
    });
    expect(await names('q=pki')).toEqual(['ann']);
    expect((await names('q=pki', 'dee')).sort()).toEqual(['ann', 'cy']);
    const mine = await get<MyProfile>('/profile', 'ann');
    expectToMatchOpenApi('MyProfile', mine.body);
    expect(mine.body).toMatchObject({ exists: true, seenBy: 'everyone' });
    await remove('/profile/skills/webauthn', 'ann');
    expect(await names('q=passkeys')).toEqual([]);
    expect(
      (await get<PersonProfile>('/people/default/ann/profile', 'dee')).body,
    ).toEqual({ userRef: 'user:default/ann', canEndorse: [] });
    await remove('/profile', 'cy');
    expect(await names('q=mtls', 'dee')).toEqual([]);
  });

  it('brings nothing back that was withdrawn while a form was open', async () => {
    const { declare, get, names, put } = await setUp();
    await declare('ann');
    expect(await names('q=passkeys')).toEqual(['ann']);
    await put('/profile', 'ann', {
      visibility: 'nobody',
      availability: 'free',
    });
    const time = { availability: 'limited', note: 'On Fridays' };
    expect((await put<MyProfile>('/profile', 'ann', time)).body).toMatchObject({
      ...time,
      visibility: 'nobody',
    });
    expect(await names('q=passkeys')).toEqual([]);
    expect((await get<MyProfile>('/profile', 'ann')).body.seenBy).toBe(
      'nobody',
    );
    const first = await put<MyProfile>('/profile', 'dee', time);
    expect(first.body.visibility).toBe('nobody');
  });

  it('refuses what cannot be, and says what', async () => {
    const { declare, get, put, state } = await setUp();
    const wider = await declare(
      'ann',
      'webauthn',
      { visibility: 'everyone' },
      { visibility: 'my_groups', availability: 'free' },
    );
    expect(wider.status).toBe(400);
    expect(JSON.stringify(wider.body)).toContain('visibility');
    expect((await put('/profile/skills/nothing', 'ann', SKILL)).status).toBe(
      404,
    );
    expect(
      (
        await put('/profile/skills/webauthn', 'ann', {
          ...SKILL,
          evidenceLinks: ['data:text/html,hello'],
        })
      ).status,
    ).toBe(400);
    expect((await get('/profile', 'service')).status).toBe(403);
    state.denied = ['virtual-teams.expertise.self'];
    expect((await get('/profile', 'ann')).status).toBe(403);
    state.denied = [
      'virtual-teams.expertise.search',
      'virtual-teams.team.read',
    ];
    expect((await get('/discovery', 'ann')).status).toBe(403);
  });

  it('combines facets, takes unknown time for no time, and pages', async () => {
    const { declare, find, names, state } = await setUp();
    await declare('ann');
    await declare(
      'cy',
      'webauthn',
      { level: 'aware', willing: ['talk'] },
      {
        visibility: 'everyone',
        availability: 'not_stated',
      },
    );
    expect(await names('q=webauthn&available=true')).toEqual(['ann']);
    expect(await names('skills=webauthn&level=practitioner')).toEqual(['ann']);
    expect(await names('willing=talk')).toEqual(['cy']);
    expect(await names('q=webauthn%20identity')).toEqual(['cy']);
    const first = await find('types=person&limit=1');
    const second = await find(
      `types=person&limit=1&cursor=${first.pageInfo.nextCursor}`,
    );
    expect(first.totalItems).toBe(2);
    expect(second.pageInfo).toEqual({});
    expect(first.items).not.toEqual(second.items);
    expect(first.facets).toMatchObject({
      skills: [{ value: 'webauthn', name: 'WebAuthn', count: 2 }],
      willing: [{ count: 1 }, { count: 0 }, { count: 0 }, { count: 1 }],
    });
    state.settings.guild = { title: '#guild', url: 'https://chat.example' };
    expect(await find('q=zzyzx')).toMatchObject({
      totalItems: 0,
      guild: { title: '#guild' },
    });
  });

  it('counts a deprecated skill for its successor, and shows what is stale lower', async () => {
    const { database, declare, find, get, names, passDays, state, told } =
      await setUp();
    await declare('ann', 'pki');
    state.skills = state.skills.map(each =>
      each.id === 'pki'
        ? { ...each, status: 'deprecated' as const, mergedInto: 'webauthn' }
        : each,
    );
    const { body } = await get<MyProfile>('/profile', 'ann');
    expect(body.expertise).toMatchObject([
      { skillId: 'pki', replacedBy: 'webauthn' },
    ]);
    expect((await find('skills=webauthn')).facets.skills).toMatchObject([
      { value: 'webauthn', count: 1 },
    ]);
    await told();
    await passDays(400);
    await declare('cy');
    expect(await names('q=webauthn')).toEqual(['cy', 'ann']);
    expect((await find('q=webauthn')).items[1].why).toContainEqual(
      expect.objectContaining({ kind: 'stale' }),
    );
    expect(await told()).toEqual([
      'user:default/ann: Are your skills still right?',
    ]);
    await passDays(1);
    expect(await told()).toEqual([]);
    expect(await database('expertise')).toHaveLength(2);
  });

  it('lets people endorse fairly', async () => {
    const { context, database, declare, get, post, remove, state } =
      await setUp();
    await declare('ann');
    await declare('ben', 'webauthn', { visibility: 'my_groups' });
    const endorse = (to: string, by: string, more: object = {}) =>
      post<{ id: string; counts: boolean }>(
        `/people/default/${to}/endorsements`,
        by,
        { skillId: 'webauthn', context: 'review', text: 'Found it', ...more },
      );
    expect((await endorse('ann', 'ann')).status).toBe(400);
    expect((await endorse('ben', 'cy')).status).toBe(404);
    const team = {
      context: 'virtual_team',
      subject: 'group:virtual-teams/active',
    };
    expect((await endorse('ann', 'ben', team)).status).toBe(422);
    const people = Object.fromEntries(
      [
        ...(await context.people.idsOf(database, [
          'user:default/ann',
          'user:default/ben',
        ])),
      ].map(([ref, number]) => [ref.split('/')[1], number]),
    );
    const teamId = await insertTeam(database, 'active', people);
    await insertMembership(database, teamId, people.ann);
    await insertMembership(database, teamId, people.ben);
    const first = await endorse('ann', 'ben', team);
    expect(first).toMatchObject({ status: 201, body: { counts: true } });
    expectToMatchOpenApi('Endorsement', first.body);
    expect((await endorse('ann', 'ben')).status).toBe(409);
    expect((await endorse('ben', 'ann')).body).toMatchObject({ counts: false });
    const shown = await get<PersonProfile>(
      '/people/default/ann/profile',
      'ben',
    );
    expectToMatchOpenApi('PersonProfile', shown.body);
    expect(shown.body).toMatchObject({
      canEndorse: [],
      profile: { expertise: [{ endorsementCount: 1 }] },
    });
    expect((await remove(`/endorsements/${first.body.id}`, 'cy')).status).toBe(
      404,
    );
    await remove(`/endorsements/${first.body.id}`, 'ann');
    state.now += 1;
    expect((await endorse('ann', 'ben')).body).toMatchObject({ counts: true });
    await post('/people/default/ben/erasure', 'ben');
    expect(
      (await get<MyProfile>('/profile', 'ann')).body.expertise,
    ).toMatchObject([{ endorsementCount: 0, endorsements: [] }]);
  });

  it('finds public teams and roles only, and draws what is unknown as unknown', async () => {
    const { context, database, declare, find, get, names } = await setUp();
    await declare('ann');
    await declare(
      'eve',
      'mtls',
      {},
      { visibility: 'nobody', availability: 'free' },
    );
    const ann = await context.people.idOf(database, 'user:default/ann');
    for (const status of ['active', 'proposed', 'closed']) {
      const teamId = await insertTeam(database, status, { ann });
      await database('open_roles').insert({
        id: `r-${status}`,
        team_id: teamId,
        title: `Guide ${status}`,
        skill_id: 'webauthn',
        platform_ref: 'group:default/cloud',
        seats: 2,
        status: 'open',
        posted_by: ann,
        posted_at: 1,
      });
    }
    const page = await find('q=webauthn');
    expectToMatchOpenApi('DiscoveryPage', page);
    expect(page.items.map(({ type }) => type)).toEqual(['person', 'open_role']);
    expect(page.items[1]).toMatchObject({
      openRoleId: 'r-active',
      seatsLeft: 2,
      why: [{ kind: 'skill', text: 'Looks for WebAuthn' }],
    });
    expect(await names('q=passkeys&types=team')).toEqual(['team']);
    const { body } = await get<SkillMatrix>('/matrix', 'stranger');
    expectToMatchOpenApi('SkillMatrix', body);
    expect(body.cells).toEqual([
      {
        platformRef: 'group:default/cloud',
        skillId: 'webauthn',
        people: null,
        openSeats: 2,
      },
      {
        platformRef: 'group:default/payments',
        skillId: 'webauthn',
        people: 1,
        openSeats: 0,
      },
    ]);
    const documents = await get<SearchDocuments>(
      '/search/documents',
      'service',
    );
    expectToMatchOpenApi('SearchDocuments', documents.body);
    expect(documents.body.teams).toHaveLength(1);
    expect(documents.body.expertise).toMatchObject([
      { userRef: 'user:default/ann', skills: [{ name: 'WebAuthn' }] },
    ]);
    expect((await get('/search/documents', 'ann')).status).toBe(403);
  });

  it('has search look at a profile as it is now', async () => {
    const { database, declare, get, remove } = await setUp();
    await declare('ann');
    await declare('ann', 'mtls');
    const { body } = await get<SearchDocuments>('/search/documents', 'service');
    const [{ userRef, version }] = body.expertise;
    const indexed = profileResourceRef(userRef, version);
    const store = new SearchStore(database);
    expect([...(await store.foundByEveryone([indexed]))]).toEqual([indexed]);
    await remove('/profile/skills/mtls', 'ann');
    expect((await store.foundByEveryone([indexed])).size).toBe(0);
  });

  it('erases in every table, by the list that the preview shows', async () => {
    const plugin = await setUp();
    const { context, database, declare, get, post } = plugin;
    await declare('ann');
    const ann = await context.people.idOf(database, 'user:default/ann');
    const ben = await context.people.idOf(database, 'user:default/ben');
    const teamId = await insertTeam(database, 'active', { ann });
    await insertMembership(database, teamId, ann, { message: 'I am Ann' });
    await database('team_events').insert({
      team_id: teamId,
      at: 1,
      actor_id: ben,
      subject_id: ann,
      name: 'accept',
      note: 'About Ann',
    });
    await database('thanks').insert({
      id: 't',
      team_id: teamId,
      from_id: ben,
      to_id: ann,
      message: 'Thanks, Ann',
      at: 1,
    });
    await database('open_roles').insert(
      [
        { id: 'need', team_id: null },
        { id: 'role', team_id: teamId },
      ].map(each => ({
        ...each,
        title: 'x',
        seats: 1,
        status: 'open',
        posted_by: ann,
        posted_at: 1,
      })),
    );
    const kept = await get<TeamPersonExport>(
      '/people/default/ann/export',
      'ann',
    );
    expectToMatchOpenApi('TeamPersonExport', kept.body);
    expect(kept.body).toMatchObject({
      profile: { visibility: 'everyone' },
      memberships: [{ message: 'I am Ann' }],
      thanks: [{ fromRef: 'user:default/ben' }],
    });
    expect((await get('/people/default/ann/export', 'ben')).status).toBe(403);
    expect((await post('/people/default/ann/erasure', 'ben')).status).toBe(403);
    const preview = await get<TeamErasurePreview>(
      '/people/default/ann/erasure',
      'manager',
    );
    expectToMatchOpenApi('TeamErasurePreview', preview.body);
    expect((await post('/people/default/ann/erasure', 'manager')).body).toEqual(
      preview.body,
    );
    const gone = PERSON_COLUMNS.filter(
      ({ effect, onlyWithout }) => effect === 'deleted' || onlyWithout,
    );
    for (const { column, table } of gone) {
      expect(await database(table).where(column, ann)).toEqual([]);
    }
    expect(await database('open_roles').pluck('id')).toEqual(['role']);
    expect(await database('memberships').first()).toMatchObject({
      status: 'left',
      message: null,
    });
    expect((await database('team_events').first()).note).toBeNull();
    const { user_ref: pseudonym } = await database('people')
      .where({ id: ann })
      .first();
    expect(pseudonym).toMatch(/^user:erased\/[0-9a-f]{24}$/);
  });

  it('forgets no table that names people', async () => {
    const { database } = await setUp();
    const found: string[] = [];
    if (id === 'SQLITE_3') {
      const tables = await database('sqlite_master')
        .where({ type: 'table' })
        .pluck('name');
      for (const table of tables) {
        const keys = await database.raw(
          'select * from pragma_foreign_key_list(?)',
          [table],
        );
        for (const key of keys) {
          if (key.table === 'people') {
            found.push(`${table}.${key.from}`);
          }
        }
      }
    } else {
      const { rows } = await database.raw(
        `select conrelid::regclass::text as "table", attname as "column"
         from pg_constraint join pg_attribute
           on attrelid = conrelid and attnum = any(conkey)
         where contype = 'f' and confrelid = 'people'::regclass`,
      );
      for (const row of rows) {
        found.push(`${row.table}.${row.column}`);
      }
    }
    expect(found.length).toBeGreaterThan(15);
    expect(
      PERSON_COLUMNS.map(({ column, table }) => `${table}.${column}`).sort(),
    ).toEqual(found.sort());
  });

  it('finds nobody who left the catalog, and erases them in time', async () => {
    const { database, declare, names, passDays, state, sweep } = await setUp();
    await declare('ann');
    await declare('ben');
    state.entities = smallBank().filter(
      ({ kind, metadata }) => kind !== 'User' || metadata.name !== 'ann',
    );
    state.entities.push(entity('User', 'ned'));
    await sweep();
    await sweep();
    await sweep();
    await passDays(1);
    expect(await names('q=webauthn')).toEqual(['ben']);
    await passDays(31);
    expect(await database('profiles')).toHaveLength(1);
    expect(await database('people').pluck('user_ref')).not.toContain(
      'user:default/ann',
    );
  });
});
