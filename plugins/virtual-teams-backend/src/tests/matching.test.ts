import { TestDatabases } from '@backstage/backend-test-utils';
import {
  TeamEntities,
  TeamProposals,
  TeamSuggestions,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  setUpVirtualTeams,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';
import { createParts } from '../createParts';
import { ProposalSource } from '../proposals/ProposalSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const TEAM = '/teams/virtual-teams/passkeys';
const LEDGER = 'component:default/ledger-api';
const LOGIN = 'component:default/login-web';

/** What the other plugins answer, by the end of the address. */
function answer(answers: Record<string, object>) {
  jest.spyOn(global, 'fetch').mockImplementation(async input => {
    const { pathname } = new URL(String(input));
    const found = Object.entries(answers).find(([path]) =>
      pathname.endsWith(path),
    );
    return found
      ? Response.json(found[1])
      : new Response('{}', { status: 404 });
  });
}

afterEach(() => jest.restoreAllMocks());

describe.each(databases.eachSupportedId())('matching on %s', id => {
  const start = async () => setUpVirtualTeams(await databases.init(id));

  it('suggests people who chose to be found, and nobody else', async () => {
    const { get, post, put } = await start();
    await post('/teams', 'ann', teamInput());
    const share = async (name: string, visibility: string) => {
      await put('/profile', name, {
        visibility,
        availability: 'free',
        limitPct: 10,
      });
      await put('/profile/skills/webauthn', name, {
        level: 'advanced',
        willing: ['join'],
        evidenceLinks: [],
      });
    };
    await share('cy', 'everyone');
    await share('dee', 'nobody');
    await share('eve', 'my_groups');
    await share('ben', 'my_groups');
    const suggest = async (by: string) =>
      get<TeamSuggestions>(`${TEAM}/suggestions`, by);
    const { body } = await suggest('ann');
    expectToMatchOpenApi('TeamSuggestions', body);
    expect(body.gaps[0].people.map(({ userRef }) => userRef)).toEqual([
      'user:default/cy',
      'user:default/ben',
    ]);
    expect(body.gaps[0].assigned).toHaveLength(2);
    expect(body.missingPlatformRefs).toEqual(['group:default/identity']);
    expect((await suggest('eve')).status).toBe(404);

    await post(`${TEAM}/memberships`, 'ann', {
      userRef: 'user:default/cy',
      role: 'member',
    });
    await put('/profile', 'ben', {
      visibility: 'nobody',
      availability: 'free',
    });
    expect((await suggest('ann')).body.gaps[0]).toMatchObject({
      people: [],
      atLimit: 0,
    });
  });

  it('tells nobody by a gap in the list who was invited', async () => {
    const { get, post, put } = await start();
    await post('/teams', 'ann', teamInput());
    for (const name of ['cy', 'eve']) {
      await put('/profile', name, {
        visibility: 'everyone',
        availability: 'free',
      });
      await put('/profile/skills/webauthn', name, {
        level: 'advanced',
        willing: ['join'],
        evidenceLinks: [],
      });
    }
    await post(`${TEAM}/memberships`, 'ann', {
      userRef: 'user:default/cy',
      role: 'member',
    });
    const named = async (by: string) =>
      (
        await get<TeamSuggestions>(`${TEAM}/suggestions`, by)
      ).body.gaps[0].people
        .map(({ userRef }) => userRef)
        .sort();
    expect(await named('ann')).toEqual(['user:default/eve']);
    expect(await named('sponsor')).toEqual([
      'user:default/cy',
      'user:default/eve',
    ]);
  });

  it('tells nobody by a draft what people do not show them', async () => {
    const { post, put } = await start();
    await put('/profile', 'ben', {
      visibility: 'my_groups',
      availability: 'free',
    });
    await put('/profile/skills/webauthn', 'ben', {
      level: 'advanced',
      willing: ['join'],
      evidenceLinks: [],
    });
    const missing = async (by: string) =>
      (
        await post<TeamSuggestions>('/suggestions', by, {
          requiredExpertise: [
            { skillId: 'webauthn', level: 'advanced', count: 2 },
          ],
          platformRefs: [],
          memberRefs: ['user:default/ben'],
        })
      ).body.gaps[0].missing;
    expect(await missing('ann')).toBe(1);
    expect(await missing('eve')).toBe(2);
  });

  it('shows how the scope stands, and of findings only what the reader may see', async () => {
    const { get, post, state } = await start();
    await post('/teams', 'ann', teamInput());
    answer({
      '/entities/query': {
        items: [
          { entityRef: LEDGER, level: 'none', scorecardId: 'essentials' },
        ],
      },
      '/entities/trends': {
        items: [
          { entityRef: LEDGER, days: [{ on: '2026-11-26', scoreLow: 12 }] },
        ],
      },
      '/figures/entities': {
        items: [{ entityRef: LEDGER, open: { high: 2 } }],
      },
    });
    const { body } = await get<TeamEntities>(`${TEAM}/entities`, 'ann');
    expectToMatchOpenApi('TeamEntities', body);
    expect(body).toMatchObject({
      missing: [],
      items: [
        { entityRef: LEDGER, level: null, openFindings: { high: 2 } },
        { entityRef: LOGIN, findingRights: 'none' },
      ],
      levels: { none: 1, unrated: 1 },
    });
    expect(body.items[1].openFindings).toBeUndefined();
    state.hidden = ['login-web'];
    expect(
      (await get<TeamEntities>(`${TEAM}/entities`, 'ann')).body.items,
    ).toHaveLength(1);

    answer({});
    expect(
      (await get<TeamEntities>(`${TEAM}/entities`, 'ann')).body.missing,
    ).toEqual(['scorecards', 'ingestion']);
  });

  it('writes down how the scope stood at the start, once and for all', async () => {
    const { context, get, passDays, post, state } = await start();
    await post('/teams', 'ann', teamInput());
    const begin = (at: number) =>
      context.database('teams').update({ started_at: at });
    const opening = async () => {
      const { body } = await get<TeamEntities>(`${TEAM}/entities`, 'manager');
      expectToMatchOpenApi('TeamEntities', body);
      return body.levelsAtStart;
    };
    const levels = (level: string) =>
      answer({
        '/entities/trends': {
          items: [{ entityRef: LEDGER, levelAtStart: level, days: [] }],
        },
      });
    await begin(state.now);
    answer({});
    await passDays(1);
    expect(await opening()).toEqual({ unrated: 2 });
    levels('bronze');
    await passDays(1);
    levels('gold');
    await passDays(1);
    expect(await opening()).toEqual({ bronze: 1, unrated: 1 });
  });

  it('keeps no other team waiting for what lies too far back', async () => {
    const { context, get, passDays, post, state } = await start();
    await post('/teams', 'ann', teamInput({ name: 'old' }));
    await post('/teams', 'ann', teamInput());
    await context.database('teams').update({ started_at: state.now });
    await context
      .database('teams')
      .where({ team_ref: 'group:virtual-teams/old' })
      .update({ started_at: Date.parse('2024-01-01') });
    answer({
      '/entities/trends': {
        items: [{ entityRef: LEDGER, levelAtStart: 'silver', days: [] }],
      },
    });
    await passDays(1);
    const opening = async (team: string) =>
      (await get<TeamEntities>(`${team}/entities`, 'manager')).body
        .levelsAtStart;
    expect(await opening('/teams/virtual-teams/old')).toEqual({ unrated: 2 });
    expect(await opening(TEAM)).toEqual({ silver: 1, unrated: 1 });
  });

  it('proposes a team for what fails on three platforms, to who may see it', async () => {
    const { get, passDays, post, put, state } = await start();
    const failing = ['ledger-api', 'login-web', 'mesh'].map((name, at) => ({
      entityRef: `component:default/${name}`,
      ownerRef: `group:default/${['ledger', 'login', 'clusters'][at]}`,
    }));
    answer({
      '/checks/gaps': {
        items: [
          {
            checkId: 'code.secrets-scan',
            title: 'Secrets are scanned',
            isSensitive: false,
            failing,
          },
        ],
        pageInfo: {},
      },
    });
    await passDays(0);
    await put('/profile', 'cy', {
      visibility: 'everyone',
      availability: 'free',
    });
    await put('/profile/skills/secrets', 'cy', {
      level: 'practitioner',
      willing: [],
      evidenceLinks: [],
    });
    const { body } = await get<TeamProposals>('/proposals', 'ann');
    expectToMatchOpenApi('TeamProposals', body);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: 'common-gap:essentials:code.secrets-scan',
        platformRefs: [
          'group:default/payments',
          'group:default/identity',
          'group:default/cloud',
        ],
        entityCount: 3,
        requiredExpertise: [
          { skillId: 'secrets', level: 'practitioner', count: 2 },
        ],
        candidates: 1,
        evidence: [
          {
            text: '“Secrets are scanned” fails on 3 components of 3 platforms',
            path: '/scorecards',
          },
        ],
      }),
    ]);
    state.hidden = ['mesh'];
    expect((await get<TeamProposals>('/proposals', 'ann')).body.items).toEqual(
      [],
    );
    state.hidden = [];
    await post('/teams', 'ann', {
      ...teamInput({ kind: 'community', checkIds: ['code.secrets-scan'] }),
      sponsorRef: undefined,
      endsAt: undefined,
    });
    expect(
      (await get<TeamProposals>('/proposals', 'ann')).body.items[0].teamRef,
    ).toBe('group:virtual-teams/passkeys');
  });

  it('remembers since when, and names sources that fail', async () => {
    const database = await databases.init(id);
    let ids = ['pairs:a', 'pairs:b'];
    const pairs: ProposalSource = {
      id: 'pairs',
      find: async () =>
        ids.map(each => ({
          id: each,
          title: each,
          outcome: 'They wait for each other no more',
          checkIds: [],
          entities: [
            { entityRef: LEDGER, platformRef: 'group:default/payments' },
          ],
          leastPlatforms: 1,
          evidence: [{ text: '{entities} entities' }],
        })),
    };
    const broken: ProposalSource = {
      id: 'broken',
      find: async () => {
        throw new Error('no');
      },
    };
    answer({});
    const startAgain = () =>
      setUpVirtualTeams(database, {
        parts: context => createParts(context, [pairs, broken]),
      });
    const sinceIn = async ({
      get,
    }: Awaited<ReturnType<typeof startAgain>>): Promise<
      Record<string, string>
    > => {
      const { body } = await get<TeamProposals>('/proposals', 'ann');
      expectToMatchOpenApi('TeamProposals', body);
      expect(body.missing).toEqual(['common-gap', 'broken']);
      return Object.fromEntries(
        body.items.map(({ since, ...item }) => [item.id, since]),
      );
    };
    const first = '2026-11-26T09:00:00.000Z';
    const before = await startAgain();
    await before.passDays(0);
    expect(await sinceIn(before)).toEqual({
      'pairs:a': first,
      'pairs:b': first,
    });

    const after = await startAgain();
    ids = ['pairs:a'];
    await after.passDays(1);
    expect(await sinceIn(after)).toEqual({ 'pairs:a': first });
    ids = ['pairs:b'];
    await after.passDays(1);
    expect(await sinceIn(after)).toEqual({
      'pairs:b': '2026-11-28T09:00:00.000Z',
    });
    ids = [];
    await after.passDays(1);
    expect(await sinceIn(after)).toEqual({});
  });

  it('asks sources by itself only, and shows for an hour what they told', async () => {
    const find = jest.fn<ReturnType<ProposalSource['find']>, []>();
    const { get, passDays } = await setUpVirtualTeams(
      await databases.init(id),
      { parts: context => createParts(context, [{ id: 'pairs', find }]) },
    );
    answer({ '/checks/gaps': { items: [], pageInfo: {} } });
    const read = async () =>
      (await get<TeamProposals>('/proposals', 'ann')).body;
    expect(await read()).toMatchObject({
      items: [],
      missing: ['common-gap', 'pairs'],
    });
    expect(find).not.toHaveBeenCalled();

    find.mockResolvedValueOnce([
      {
        id: 'pairs:a',
        title: 'A',
        outcome: 'They wait for each other no more',
        checkIds: [],
        entities: [
          { entityRef: LEDGER, platformRef: 'group:default/payments' },
        ],
        leastPlatforms: 1,
        evidence: [{ text: '{entities} of {platforms}' }],
      },
    ]);
    await passDays(0);
    find.mockResolvedValue(undefined);
    const minute = 1 / (24 * 60);
    await passDays(30 * minute);
    expect(await read()).toMatchObject({
      asOf: '2026-11-26T09:00:00.000Z',
      items: [{ id: 'pairs:a', evidence: [{ text: '1 of 1' }] }],
      missing: ['pairs'],
    });
    await passDays(31 * minute);
    expect(await read()).toMatchObject({ items: [], missing: ['pairs'] });
  });
});
