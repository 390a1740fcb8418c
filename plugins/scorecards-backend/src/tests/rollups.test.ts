import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EntityHistory,
  EntityRollup,
  EntityScoresPage,
  LevelChanges,
  Portfolio,
  RollupHistory,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';
import { ScopeMembers } from '../service/ScopeMembers';
import { SnapshotTaker } from '../service/SnapshotTaker';
import { DirtyStore } from '../store/DirtyStore';
import { HierarchyStore } from '../store/HierarchyStore';
import { SnapshotStore } from '../store/SnapshotStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

function related(entity: Entity, ...relations: [string, string][]): Entity {
  return {
    ...entity,
    relations: [
      ...(entity.relations ?? []),
      ...relations.map(([type, targetRef]) => ({ type, targetRef })),
    ],
  };
}

function grouping(kind: 'System' | 'Domain', name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: { owner: 'payments' },
  };
}

function platform(name: string): Entity {
  return { ...group(name), spec: { type: 'platform', children: [] } };
}

function experimental(entity: Entity): Entity {
  return { ...entity, spec: { ...entity.spec, lifecycle: 'experimental' } };
}

/** Two teams below a platform that is, by mistake, below one of them. */
const ENTITIES = [
  related(platform('retail'), ['childOf', 'group:default/payments']),
  related(group('payments'), ['childOf', 'group:default/retail']),
  related(group('fraud'), ['childOf', 'group:default/retail']),
  { ...group('passkeys'), spec: { type: 'virtual-team', children: [] } },
  grouping('Domain', 'money'),
  related(grouping('System', 'transfers'), ['partOf', 'domain:default/money']),
  related(component('api'), ['partOf', 'system:default/transfers']),
  related(component('web'), ['partOf', 'system:default/transfers']),
  component('scoring', 'fraud'),
  related(experimental(component('lab', 'fraud')), [
    'partOf',
    'component:default/api',
  ]),
];

describe.each(databases.eachSupportedId())('roll-ups on %s', databaseId => {
  afterEach(() => jest.restoreAllMocks());

  async function setUp() {
    const backend = await setUpBackend(databases, databaseId, ENTITIES);
    await backend.ingestion.publish('api', allScans());
    const secrets = allScans();
    secrets.open.secret.critical = 1;
    await backend.ingestion.publish('scoring', secrets);
    await until(async () => {
      const rows = await backend
        .database('entity_scores')
        .where('scorecard_id', 'essentials')
        .whereNotNull('code_pass');
      const silver = rows.filter(row => row.level === 'silver');
      const none = rows.filter(row => row.level === 'none');
      return rows.length === 4 && silver.length === 1 && none.length === 1;
    });
    const rollup = async (path: string) => {
      const { body } = await backend.get<EntityRollup>(`/rollups/${path}`);
      expectToMatchOpenApi('EntityRollup', body);
      return body;
    };
    const time = { now: Date.now() };
    /** What the virtual team works on; undefined while that can't be asked. */
    const work: { refs?: string[] } = {};
    const taker = new SnapshotTaker({
      database: backend.database,
      logger: mockServices.logger.mock(),
      store: new SnapshotStore(backend.database),
      hierarchy: new HierarchyStore(backend.database),
      dirty: new DirtyStore(backend.database),
      scopes: new ScopeMembers({
        hierarchy: new HierarchyStore(backend.database),
        virtualTeams: { of: async () => work.refs },
      }),
      clock: () => new Date(time.now),
    });
    return { ...backend, rollup, time, work, snapshots: () => taker.round() };
  }

  it('counts groups with those below, systems and domains with their parts', async () => {
    const backend = await setUp();
    const retail = await backend.rollup('default/group/retail');
    expect(retail).toMatchObject({
      title: 'retail',
      total: 4,
      experimental: 1,
      levels: { unrated: 2, none: 1, silver: 1 },
      target: { met: 1, total: 4 },
      tiers: [{ tier: 'tier-1', total: 4, target: { met: 1, total: 4 } }],
      weakestLevel: 'unrated',
    });
    expect(retail.weakest.map(row => row.entityRef)).toEqual([
      'component:default/web',
      'component:default/scoring',
      'component:default/api',
    ]);
    expect(retail.scoreMedian?.entities).toBe(4);
    const code = retail.stages.find(({ stage }) => stage === 'code')!;
    expect(code.entities).toBe(4);
    expect(code.pass + code.fail + code.unknown + code.waived).toBeCloseTo(100);
    expect(code.unknown).toBeGreaterThan(0);

    // A circle of groups: each is below the other.
    expect((await backend.rollup('default/group/payments')).total).toBe(4);
    expect((await backend.rollup('default/group/fraud')).total).toBe(2);
    for (const path of ['system/transfers', 'domain/money']) {
      expect(await backend.rollup(`default/${path}`)).toMatchObject({
        total: 3,
        levels: { unrated: 2, silver: 1 },
      });
    }
  });

  it('counts what a virtual team works on, and says when that is not known', async () => {
    const backend = await setUp();
    const ask = global.fetch;
    let answer = () => new Response('{}', { status: 503 });
    const asked: string[] = [];
    jest.spyOn(global, 'fetch').mockImplementation(async (input, init) => {
      const url = String(input);
      if (!url.endsWith('/scope-refs')) {
        return ask(input, init);
      }
      asked.push(url);
      return answer();
    });
    const path = 'default/group/passkeys';
    expect(await backend.rollup(path)).toMatchObject({
      total: 0,
      scopeUnknown: true,
    });
    answer = () =>
      Response.json({
        entityRefs: ['component:default/api', 'component:default/scoring'],
      });
    const known = await backend.rollup(path);
    expect(known).toMatchObject({ total: 2, levels: { none: 1, silver: 1 } });
    expect(known.scopeUnknown).toBeUndefined();
    const { body } = await backend.get<EntityScoresPage>(
      '/entities?within=group:default/passkeys',
    );
    expect(body.totalItems).toBe(2);
    expect(asked).toEqual([
      expect.stringMatching(/teams\/default\/passkeys\/scope-refs$/),
      expect.stringMatching(/teams\/default\/passkeys\/scope-refs$/),
    ]);
    backend.access.catalog = 'some';
    backend.access.hidden = ['scoring'];
    expect((await backend.rollup(path)).total).toBe(1);
  });

  it('leads from each number to as many rows', async () => {
    const backend = await setUp();
    const count = async (query: string) => {
      const { body } = await backend.get<EntityScoresPage>(
        `/entities?${query}`,
      );
      return [body.totalItems, body.items.length];
    };
    expect(await count('within=group:default/fraud')).toEqual([2, 2]);
    expect(await count('within=domain:default/money&level=silver')).toEqual([
      1, 1,
    ]);
    expect(await count('target=met')).toEqual([1, 1]);
    expect(await count('target=missed&tier=tier-1')).toEqual([3, 3]);
    expect(await count('stage=code&outcome=unknown')).toEqual([2, 2]);
    expect(await count('stage=design')).toEqual([0, 0]);
    expect(
      await count('within=group:default/fraud&stage=code&outcome=fail'),
    ).toEqual([2, 2]);
    const { status } = await backend.get('/entities?stage=nonsense');
    expect(status).toBe(400);
  });

  it('divides everything by platform, team and system', async () => {
    const backend = await setUp();
    const rows = async (by: string) => {
      const { body } = await backend.get<Portfolio>(`/rollups?by=${by}`);
      expectToMatchOpenApi('Portfolio', body);
      expect(body.overall.total).toBe(4);
      return body.rows.map(row => [row.ref, row.total, row.platformRef]);
    };
    expect(await rows('platform')).toEqual([
      ['group:default/retail', 4, 'group:default/retail'],
    ]);
    expect(await rows('team')).toEqual([
      ['group:default/fraud', 2, 'group:default/retail'],
      ['group:default/payments', 2, 'group:default/retail'],
    ]);
    expect(await rows('system')).toEqual([
      ['system:default/transfers', 2, undefined],
      [undefined, 2, undefined],
    ]);
  });

  it('counts only what the caller may see, and shows no row that is hidden', async () => {
    const backend = await setUp();
    backend.access.catalog = 'some';
    backend.access.hidden = ['web', 'fraud'];
    expect(await backend.rollup('default/group/retail')).toMatchObject({
      total: 3,
      levels: { unrated: 1, none: 1, silver: 1 },
    });
    const { body } = await backend.get<Portfolio>('/rollups?by=team');
    expect(body.rows.map(row => [row.ref, row.total])).toEqual([
      ['group:default/payments', 1],
      [undefined, 2],
    ]);
    expect(JSON.stringify(body)).not.toContain('fraud');
    const paths = [
      '/rollups/default/group/fraud',
      '/rollups/default/group/fraud/history',
      '/rollups/default/group/nobody',
    ];
    for (const path of paths) {
      expect((await backend.get(path)).status).toBe(404);
    }
    const { body: list } = await backend.get<EntityScoresPage>(
      '/entities?within=group:default/fraud',
    );
    expect(list.totalItems).toBe(0);

    backend.access.catalog = 'none';
    const { body: nothing } = await backend.get<Portfolio>('/rollups');
    expect(nothing).toMatchObject({ rows: [], overall: { total: 0 } });
    backend.access.catalog = 'all';
    backend.access.score = false;
    for (const path of [
      '/rollups',
      '/rollups/history',
      '/rollups/default/group/retail',
    ]) {
      expect((await backend.get(path)).status).toBe(403);
    }
  });

  it('tells outsiders the same numbers, and no plan', async () => {
    const backend = await setUp();
    const insider = await backend.rollup('default/group/retail');
    expect(insider.weakest[0].planSteps).toBeDefined();
    expect(insider.weakest[0].blocking).toBeDefined();
    backend.access.evidence = 'none';
    const outsider = await backend.rollup('default/group/retail');
    expect(outsider.stages).toEqual(insider.stages);
    expect(outsider.weakest[0].planSteps).toBeUndefined();
    expect(outsider.weakest[0].blocking).toBeUndefined();
  });

  it('tells what held when, and of checks only to those who may see evidence', async () => {
    const backend = await setUp();
    const path = '/entities/default/component/api/history';
    const { body } = await backend.get<EntityHistory>(path);
    expectToMatchOpenApi('EntityHistory', body);
    const ofEssentials = ({ scores }: EntityHistory) =>
      scores.filter(score => score.scorecardId === 'essentials');
    expect(ofEssentials(body).at(-1)).toMatchObject({
      level: 'silver',
      scoreHigh: 100,
    });
    expect(
      body.checks!.filter(check => check.checkId === 'code.sast-active').at(-1),
    ).toMatchObject({ outcome: 'pass' });
    backend.access.evidence = 'none';
    const { body: redacted } = await backend.get<EntityHistory>(path);
    expect(redacted.redacted).toBe(true);
    expect(redacted).not.toHaveProperty('checks');
    expect(redacted.scores.at(-1)).not.toHaveProperty('scoreHigh');
    backend.access.catalog = 'some';
    backend.access.hidden = ['api'];
    expect((await backend.get(path)).status).toBe(404);
  });

  it('tells who rose or fell in a week, of what a caller may see', async () => {
    const backend = await setUp();
    const path = '/rollups/level-changes';
    const { body: before } = await backend.get<LevelChanges>(path);
    expectToMatchOpenApi('LevelChanges', before);
    // What was not known a week ago did not change.
    expect(before).toMatchObject({ roseTotal: 0, fellTotal: 0 });
    const day = 24 * 60 * 60_000;
    const earlier = async (name: string, days: number, level: string) => {
      const row = await backend
        .database('entity_score_history')
        .where({
          entity_ref: `component:default/${name}`,
          scorecard_id: 'essentials',
        })
        .first();
      await backend
        .database('entity_score_history')
        .insert({ ...row, since: Date.now() - days * day, level });
    };
    await earlier('api', 20, 'gold');
    await earlier('api', 10, 'bronze');
    await earlier('api', 3, 'none');
    await earlier('scoring', 8, 'gold');
    await earlier('web', 8, 'unrated');
    const { body } = await backend.get<LevelChanges>(path);
    expectToMatchOpenApi('LevelChanges', body);
    expect(body).toMatchObject({
      rose: [
        { entityRef: 'component:default/api', from: 'bronze', to: 'silver' },
      ],
      fell: [
        { entityRef: 'component:default/scoring', from: 'gold', to: 'none' },
      ],
      roseTotal: 1,
      fellTotal: 1,
    });
    backend.access.catalog = 'some';
    backend.access.hidden = ['scoring'];
    const { body: some } = await backend.get<LevelChanges>(path);
    expect(some).toMatchObject({ roseTotal: 1, fellTotal: 0, fell: [] });
  });

  it('refuses what has no roll-up', async () => {
    const backend = await setUp();
    const { status } = await backend.get('/rollups/default/component/api');
    expect(status).toBe(400);
    expect((await backend.get('/rollups?by=person')).status).toBe(400);
  });

  it('takes a snapshot a day with nobody there, and never changes it', async () => {
    const backend = await setUp();
    await backend.database('rollup_snapshots').delete();
    await backend.snapshots();
    expect(await backend.database('rollup_snapshots')).toEqual([]);
    // Nothing has changed for a while: what was late has arrived.
    backend.time.now += 11 * 60_000;
    await backend.snapshots();
    const stored = await backend
      .database('rollup_snapshots')
      .where('scorecard_id', 'essentials');
    expect(stored.map(row => row.scope_ref).sort()).toEqual([
      '*',
      'domain:default/money',
      'group:default/fraud',
      'group:default/payments',
      'group:default/retail',
      'system:default/transfers',
    ]);
    await backend.database('entity_scores').delete();
    await backend.snapshots();
    expect(
      await backend
        .database('rollup_snapshots')
        .where('scorecard_id', 'essentials'),
    ).toEqual(stored);

    const { body } = await backend.get<RollupHistory>(
      '/rollups/default/group/fraud/history',
    );
    expectToMatchOpenApi('RollupHistory', body);
    expect(body.points).toMatchObject([
      { total: 2, scorecardVersion: 4, tiers: [{ tier: 'tier-1' }] },
    ]);
    const { body: all } = await backend.get<RollupHistory>('/rollups/history');
    expect(all.points).toMatchObject([{ total: 4 }]);
    backend.access.catalog = 'some';
    const { body: some } = await backend.get<RollupHistory>('/rollups/history');
    expect(some).toMatchObject({ points: [], withheld: true });
  });

  it('keeps how the scope of a virtual team stood, and when it changed', async () => {
    const backend = await setUp();
    const { time, work } = backend;
    const today = Date.now();
    const takeAfter = async (days: number, refs: string[] | undefined) => {
      work.refs = refs;
      time.now = today + days * 24 * 3600 * 1000 + 11 * 60_000;
      await backend.snapshots();
    };
    const [api, scoring] = [
      'component:default/api',
      'component:default/scoring',
    ];
    await takeAfter(0, [scoring, api]);
    await takeAfter(1, [api, scoring]);
    await takeAfter(2, undefined);
    await takeAfter(3, [api]);
    const { body } = await backend.get<RollupHistory>(
      '/rollups/default/group/passkeys/history',
    );
    expectToMatchOpenApi('RollupHistory', body);
    expect(
      body.points.map(({ scopeChanged, total }) => [total, scopeChanged]),
    ).toEqual([
      [2, undefined],
      [2, undefined],
      [1, true],
    ]);
    const { body: fraud } = await backend.get<RollupHistory>(
      '/rollups/default/group/fraud/history',
    );
    expect(fraud.points).toHaveLength(4);
    expect(fraud.points.some(({ scopeChanged }) => scopeChanged)).toBe(false);
  });
});
