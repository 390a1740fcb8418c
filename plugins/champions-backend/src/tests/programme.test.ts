import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  CoverageMap,
  Pipeline,
  ProgrammeOverview,
  ProgrammePeople,
  ProgrammeState,
  Vacancies,
} from '@synchrony/backstage-plugin-champions-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  CAPTAIN,
  component,
  group,
  LEAD,
  putAssignment,
  putCoverage,
  READER,
  setUpProgramme,
  user,
} from '../__testUtils__/setUpProgramme';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DAY = 24 * 60 * 60_000;
const g = (name: string) => `group:default/${name}`;
const c = (name: string) => `component:default/${name}`;

const ORGANISATION = [
  group('payments', { type: 'platform', lead: LEAD }),
  group('cards', { parent: 'payments' }),
  group('rails', { parent: 'payments' }),
  group('fraud', { parent: 'payments' }),
  group('data', { type: 'platform' }),
  group('lake', { parent: 'data' }),
  group('idle', { parent: 'data' }),
  component('cards-api', 'cards'),
  component('rails-api', 'rails'),
  component('fraud-api', 'fraud'),
  component('lake-job', 'lake'),
  user('ana', 'cards'),
  user('ben', 'rails'),
  user('cy', 'fraud'),
  user('lena', 'cards', 'rails'),
  user('vic', 'lake'),
  user('wes', 'data'),
  user('ed', 'idle'),
];

async function setUp(databaseId: TestDatabaseId) {
  const backend = await setUpProgramme(databases, databaseId, ORGANISATION);
  const { database } = backend;
  const now = Date.now();
  await putCoverage(database, g('cards'), {
    state: 'covered',
    scope: g('cards'),
  });
  await putCoverage(database, g('rails'), {
    state: 'covered_thin',
    scope: g('payments'),
  });
  await putCoverage(database, g('fraud'), { state: 'uncovered' });
  await putCoverage(database, g('lake'), { state: 'uncovered' });
  await putCoverage(database, g('idle'), { state: 'uncovered' });
  await putCoverage(database, c('cards-api'), {
    state: 'covered',
    scope: g('cards'),
    owner: g('cards'),
    tier: 'tier-1',
  });
  await putCoverage(database, c('rails-api'), {
    state: 'covered_thin',
    scope: g('payments'),
    owner: g('rails'),
    tier: 'tier-2',
  });
  await putCoverage(database, c('fraud-api'), {
    state: 'uncovered',
    owner: g('fraud'),
    tier: 'tier-1',
  });
  await putCoverage(database, c('lake-job'), {
    state: 'uncovered',
    owner: g('lake'),
  });
  await putCoverage(database, c('idle-lib'), {
    state: 'uncovered',
    owner: g('idle'),
    isProduction: false,
  });
  await putAssignment(database, {
    id: 'a1',
    user: 'ana',
    scope: g('cards'),
    status: 'active',
    nominatedAt: now - 30 * DAY,
    startedAt: now - 10 * DAY,
    capacityPct: 10,
  });
  await putAssignment(database, {
    id: 'a2',
    user: 'lena',
    scope: g('cards'),
    role: 'deputy',
    status: 'active',
    nominatedAt: now - 300 * DAY,
    startedAt: now - 200 * DAY,
    capacityPct: 5,
  });
  await putAssignment(database, {
    id: 'a3',
    user: 'ben',
    scope: g('payments'),
    status: 'active',
    nominatedAt: now - 300 * DAY,
    startedAt: now - 200 * DAY,
  });
  await putAssignment(database, {
    id: 'a4',
    user: 'cy',
    scope: g('fraud'),
    status: 'nominated',
    nominator: 'user:default/nina',
  });
  return backend;
}

describe.each(databases.eachSupportedId())('the programme on %s', id => {
  it('counts teams, people and components', async () => {
    const backend = await setUp(id);
    const { body, status } = await backend.ask<ProgrammeOverview>(
      'get',
      '/programme',
      READER,
    );
    expect(status).toBe(200);
    expectToMatchOpenApi('ProgrammeOverview', body);
    expect(body).toMatchObject({
      teams: {
        covered: 1,
        covered_thin: 1,
        at_risk: 0,
        uncovered: 2,
        pending: 0,
      },
      totalTeams: 4,
      people: 3,
      deputyTeams: 1,
      developers: 5,
      samm: 'at_least_half',
      busFactor: [{ teams: 1, people: 2 }],
      levels: { isShown: false, minimum: 5 },
      daysToActive: { isShown: false, minimum: 5 },
    });
    // (8 + 4) of 8 + 4 + 8 + 1 + 1
    expect(body.riskWeightedPct).toBeCloseTo((100 * 12) / 22);
    const { body: captains } = await backend.ask<ProgrammeOverview>(
      'get',
      '/programme',
      CAPTAIN,
    );
    expect(captains.teams).toMatchObject({ uncovered: 1, pending: 1 });
  });

  it('maps teams, and keeps nominations from who may not know', async () => {
    const backend = await setUp(id);
    const map = async (by: string) => {
      const { body } = await backend.ask<CoverageMap>(
        'get',
        '/programme/coverage',
        by,
      );
      expectToMatchOpenApi('CoverageMap', body);
      return Object.fromEntries(body.items.map(row => [row.groupRef, row]));
    };
    const seen = await map(READER);
    expect(Object.keys(seen)).toEqual(
      ['cards', 'fraud', 'idle', 'lake', 'rails'].map(g),
    );
    expect(seen[g('cards')]).toMatchObject({
      title: 'CARDS',
      platformRef: g('payments'),
      state: 'covered',
      primary: 'user:default/ana',
      deputies: [LEAD],
      components: 1,
      tiers: { 'tier-1': 1 },
      mustBeCovered: true,
    });
    expect(seen[g('rails')]).toMatchObject({
      inheritedFrom: g('payments'),
      primary: 'user:default/ben',
    });
    expect(seen[g('idle')]).toMatchObject({
      mustBeCovered: false,
      components: 1,
    });
    expect(seen[g('fraud')].isPending).toBe(false);
    expect(JSON.stringify(seen)).not.toContain('user:default/cy');
    for (const by of [CAPTAIN, LEAD, 'user:default/cy', 'user:default/nina']) {
      const known = await map(by);
      expect(known[g('fraud')].isPending).toBe(true);
      expect(known[g('fraud')].primary).toBeUndefined();
    }
    await backend.database('assignments').where('id', 'a4').update({
      status: 'accepted',
      accepted_at: Date.now(),
    });
    expect((await map(READER))[g('fraud')]).toMatchObject({
      isPending: true,
      primary: 'user:default/cy',
    });
  });

  it('shows the pipeline, with names only to who may know them', async () => {
    const backend = await setUp(id);
    const pipeline = async (by: string) => {
      const { body } = await backend.ask<Pipeline>(
        'get',
        '/programme/pipeline',
        by,
      );
      expectToMatchOpenApi('Pipeline', body);
      return body;
    };
    const seen = await pipeline(READER);
    expect(seen.nominated).toEqual([]);
    expect(seen.active).toMatchObject([{ scopeRef: g('cards') }]);
    expect(seen.active[0].userRef).toBeUndefined();
    for (const by of [
      CAPTAIN,
      LEAD,
      'user:default/cy',
      'user:default/nina',
      'external:service',
    ]) {
      expect((await pipeline(by)).nominated).toMatchObject([
        { scopeRef: g('fraud'), userRef: 'user:default/cy' },
      ]);
    }
    expect((await pipeline('user:default/ana')).active[0].userRef).toBe(
      'user:default/ana',
    );
  });

  it('suggests only people who offered, to leads and captains', async () => {
    const backend = await setUp(id);
    const offer = {
      specialisms: ['web-and-api'],
      capacityPct: 15,
      scopeRefs: [],
      willing: ['champion'],
      visibility: 'leads',
    };
    const put = (by: string, change: object = {}) =>
      backend.ask<object>('put', '/volunteers/me', by, { ...offer, ...change });
    const answer = await put('user:default/ana');
    expect(answer.status).toBe(200);
    expectToMatchOpenApi('VolunteerOffer', answer.body);
    await put('user:default/vic', { visibility: 'captains' });
    await put('user:default/cy');
    await backend
      .database('vacancies')
      .insert({ scope_ref: g('fraud'), state: 'uncovered', since: 0 })
      .onConflict('scope_ref')
      .merge();
    const suggested = async (by: string) => {
      const { body } = await backend.ask<Vacancies>(
        'get',
        '/programme/vacancies',
        by,
      );
      expectToMatchOpenApi('Vacancies', body);
      return body.items[0];
    };
    expect(await suggested(READER)).toEqual({
      scopeRef: g('fraud'),
      state: 'uncovered',
      reasons: ['nobody'],
      since: '1970-01-01T00:00:00.000Z',
      components: 1,
      tier1: 1,
    });
    // cy is asked already; vic is for captains only.
    expect((await suggested(LEAD)).suggestions).toEqual([
      {
        userRef: 'user:default/ana',
        reasons: [
          'Works in the same part of the organisation',
          'Web and API: it fits its services and websites',
          'Has 5 % of working time left',
        ],
        specialisms: ['web-and-api'],
        capacityLeftPct: 5,
        fit: 8,
      },
    ]);
    expect(
      (await suggested(CAPTAIN)).suggestions?.map(({ userRef }) => userRef),
    ).toEqual(['user:default/ana', 'user:default/vic']);
    await backend.ask('delete', '/volunteers/me', 'user:default/ana');
    expect((await suggested(LEAD)).suggestions).toEqual([]);
    backend.state.entities = backend.state.entities.filter(
      ({ metadata }) => metadata.name !== 'vic',
    );
    await backend
      .database('synchrony_entities')
      .where('entity_ref', 'user:default/vic')
      .update({ missed_sweeps: 2 });
    expect((await suggested(CAPTAIN)).suggestions).toEqual([]);
  });

  it('refuses offers that the programme does not take', async () => {
    const backend = await setUp(id);
    backend.access.hidden = ['fraud'];
    const offer = {
      specialisms: [],
      capacityPct: 10,
      scopeRefs: [] as string[],
      willing: ['champion'],
      visibility: 'leads',
    };
    const status = async (change: object, by = READER) =>
      (await backend.ask('put', '/volunteers/me', by, { ...offer, ...change }))
        .status;
    expect(await status({})).toBe(200);
    expect(await status({ capacityPct: 21 })).toBe(400);
    expect(await status({ specialisms: ['juggling'] })).toBe(400);
    expect(await status({ willing: [] })).toBe(400);
    expect(await status({ userRef: 'user:default/ana' })).toBe(400);
    expect(await status({ scopeRefs: [g('nowhere')] })).toBe(400);
    expect(await status({ scopeRefs: [g('fraud')] })).toBe(400);
    expect(await status({ scopeRefs: [g('cards')] })).toBe(200);
    expect(await status({}, 'external:service')).toBe(403);
    expect(await backend.database('volunteers')).toHaveLength(1);
  });

  it('lists people for captains only, and writes down who looked', async () => {
    const backend = await setUp(id);
    const { status } = await backend.ask('get', '/programme/people', LEAD);
    expect(status).toBe(403);
    const { body } = await backend.ask<ProgrammePeople>(
      'get',
      '/programme/people',
      CAPTAIN,
    );
    expectToMatchOpenApi('ProgrammePeople', body);
    expect(body.items.map(({ userRef }) => userRef)).toEqual(
      ['ana', 'ben', 'lena'].map(name => `user:default/${name}`),
    );
    expect(body.items[0]).toMatchObject({ level: 0, capacityPct: 10 });
    expect(
      backend.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
    ).toContain('programme-people-read');
    const wrong = await backend.ask(
      'get',
      '/programme/people?cursor=bm9uZQ',
      CAPTAIN,
    );
    expect(wrong.status).toBe(400);
  });

  it('counts only what a reader may see in the catalog', async () => {
    const backend = await setUp(id);
    backend.access.hidden = ['fraud', 'fraud-api', 'lake-job', 'payments'];
    const { body } = await backend.ask<ProgrammeOverview>(
      'get',
      '/programme',
      READER,
    );
    expect(body.totalTeams).toBe(2);
    const { body: map } = await backend.ask<CoverageMap>(
      'get',
      '/programme/coverage',
      READER,
    );
    expect(JSON.stringify(map)).not.toContain('fraud');
    expect(JSON.stringify(map)).not.toContain('payments');
  });

  it('asks for permission everywhere', async () => {
    const backend = await setUp(id);
    backend.access.denied = ['champions.champion.read'];
    const paths = ['', '/coverage', '/pipeline', '/vacancies', '/settings'];
    for (const path of [...paths, '/people']) {
      const { status } = await backend.ask('get', `/programme${path}`, CAPTAIN);
      expect([path, status]).toEqual([path, 403]);
    }
    const training = { courseId: 'awareness', completedOn: '2026-01-01' };
    for (const [method, path, body] of [
      ['post', '/training', training],
      ['post', '/training/x/confirm', undefined],
      ['delete', '/training/x', undefined],
      ['delete', '/volunteers/me', undefined],
    ] as const) {
      const { status } = await backend.ask(method, path, CAPTAIN, body);
      expect([path, status]).toEqual([path, 403]);
    }
    backend.access.denied = [];
    const { body, status } = await backend.ask<ProgrammeState>(
      'get',
      '/programme/settings',
      READER,
    );
    expect(status).toBe(200);
    expectToMatchOpenApi('ProgrammeState', body);
  });

  it('says the same whether or not somebody was asked, or offered', async () => {
    const { ask, database } = await setUp(id);
    const told = async () => {
      const answers = [];
      for (const path of ['', '/coverage', '/pipeline', '/vacancies']) {
        const { body } = await ask<{ asOf?: string }>(
          'get',
          `/programme${path}`,
          READER,
        );
        answers.push({ ...body, asOf: undefined });
      }
      return answers;
    };
    await database('vacancies')
      .insert(
        ['fraud', 'lake'].map(name => ({
          scope_ref: g(name),
          state: 'uncovered',
          since: 0,
        })),
      )
      .onConflict('scope_ref')
      .merge();
    const before = await told();
    await putAssignment(database, {
      id: 'secret',
      user: 'vic',
      scope: g('lake'),
      status: 'nominated',
      nominator: LEAD,
    });
    await putAssignment(database, {
      id: 'over',
      user: 'wes',
      scope: g('lake'),
      status: 'closed',
    });
    await ask('put', '/volunteers/me', 'user:default/wes', {
      specialisms: [],
      capacityPct: 10,
      scopeRefs: [],
      willing: ['champion'],
      visibility: 'leads',
    });
    expect(await told()).toEqual(before);
  });

  it('is run by the group of captains where there is no policy', async () => {
    const { ask } = await setUpProgramme(databases, id, [user('cap')], {
      permission: { enabled: false },
    });
    const statuses = async () => [
      (await ask('get', '/programme', CAPTAIN)).status,
      (await ask('get', '/programme/people', CAPTAIN)).status,
    ];
    expect(await statuses()).toEqual([200, 403]);
  });

  it('asks the database as often for many teams as for few', async () => {
    const backend = await setUp(id);
    const statements = async (path: string) => {
      const asked: string[] = [];
      const listen = ({ sql }: { sql: string }) => asked.push(sql);
      backend.database.on('query', listen);
      await backend.ask('get', path, CAPTAIN);
      backend.database.off('query', listen);
      return asked.filter(
        sql => !/synchrony_leases|"?pending"?|^BEGIN|^COMMIT/i.test(sql),
      ).length;
    };
    const paths = ['', '/coverage', '/pipeline', '/vacancies'].map(
      path => `/programme${path}`,
    );
    const few = [];
    for (const path of paths) {
      few.push(await statements(path));
    }
    for (let index = 0; index < 30; index += 1) {
      await putCoverage(backend.database, c(`more-${index}`), {
        state: 'uncovered',
        owner: g(`more-${index}`),
      });
      await backend.database('synchrony_entities').insert({
        ...(await backend
          .database('synchrony_entities')
          .where('entity_ref', g('cards'))
          .first()),
        entity_ref: g(`more-${index}`),
        name: `more-${index}`,
      });
      await putAssignment(backend.database, {
        id: `more-${index}`,
        user: `more-${index}`,
        scope: g(`more-${index}`),
        status: 'onboarding',
      });
    }
    const many = [];
    for (const path of paths) {
      many.push(await statements(path));
    }
    expect(many).toEqual(few);
    expect(Math.max(...many)).toBeLessThanOrEqual(10);
  });
});
