import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  EarnedLevel,
  levelRank,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  evaluateTest,
  testCheck,
  testScorecard,
} from '../__testUtils__/ledgerScorecards';
import { toStoredScore } from '../evaluation/toStored';
import { migrate } from '../migrate';
import { CampaignReader } from '../service/campaigns/CampaignReader';
import { DefinitionsService } from '../service/DefinitionsService';
import { OwnerDirectory } from '../service/OwnerDirectory';
import { SnapshotTaker } from '../service/SnapshotTaker';
import { CampaignScopeStore } from '../store/campaigns/CampaignScopeStore';
import { DirtyStore } from '../store/DirtyStore';
import { HierarchyStore } from '../store/HierarchyStore';
import { NoticeStore } from '../store/NoticeStore';
import { SnapshotStore } from '../store/SnapshotStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

const NOW = new Date('2026-11-24T08:00:00.000Z');
const check = testCheck('plan.example');
const scorecard = testScorecard(1, [{ definition: check }]);

function entity(name: string, more: Partial<EntityRow> = {}): EntityRow {
  return {
    entityRef: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    type: 'service',
    lifecycle: 'production',
    ownerRef: 'group:default/payments',
    annotations: { 'synchrony.io/criticality': 'tier-3' },
    relations: [],
    asOf: NOW.toISOString(),
    ...more,
  };
}

async function store(
  database: Knex,
  row: EntityRow,
  level: EarnedLevel | 'none' = 'none',
) {
  const evaluated = evaluateTest(
    scorecard,
    new Map([[check.id, { outcome: 'fail' }]]),
    undefined,
  );
  await database('entity_scores').insert({
    ...toStoredScore(
      row,
      evaluated,
      { since: NOW.getTime(), isFirst: true },
      NOW,
    ),
    level,
    level_rank: levelRank(level),
  });
}

describe.each(databases.eachSupportedId())('bounds on %s', databaseId => {
  let database: Knex;
  beforeAll(async () => {
    database = await databases.init(databaseId);
    await migrate(database);
  });
  afterEach(async () => {
    for (const table of ['entity_scores', 'level_notices']) {
      await database(table).delete();
    }
  });

  it('tells of urgent drops however much else waits', async () => {
    const urgent = { annotations: { 'synchrony.io/criticality': 'tier-1' } };
    await store(database, entity('a'));
    await store(database, entity('b'));
    await store(database, entity('dropped', urgent));
    await store(database, entity('risen', urgent), 'gold');
    const names = ['a', 'b', 'risen', 'dropped'];
    await database('level_notices').insert(
      names.map((name, index) => ({
        scorecard_id: scorecard.definition.id,
        entity_ref: `component:default/${name}`,
        from_level: 'silver',
        changed_at: NOW.getTime() + index,
      })),
    );
    const told = async (tiers: string[]) =>
      (await new NoticeStore(database).pending(1, tiers)).map(
        ({ entityRef }) => entityRef,
      );
    expect(await told(['tier-1'])).toEqual([
      'component:default/a',
      'component:default/dropped',
    ]);
    expect(await told([])).toEqual(['component:default/a']);
  });

  it('reads as many entities of a scope as are asked for', async () => {
    for (const name of ['c', 'a', 'b']) {
      await store(database, entity(name));
    }
    const found = await new CampaignScopeStore(database).entities({
      scorecardId: scorecard.definition.id,
      checkIds: [],
      scope: {},
      limit: 2,
    });
    expect(found.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('finds the campaigns of an entity as campaigns find their entities', async () => {
    const hierarchy = new HierarchyStore(database);
    const rows = [
      entity('api', {
        relations: [{ type: 'partOf', targetRef: 'system:default/pay' }],
      }),
      entity('web', { type: 'website', ownerRef: undefined }),
      {
        ...entity('payments'),
        entityRef: 'group:default/payments',
        kind: 'group',
        relations: [{ type: 'childOf', targetRef: 'group:default/retail' }],
      },
      {
        ...entity('pay'),
        entityRef: 'system:default/pay',
        kind: 'system',
        relations: [{ type: 'partOf', targetRef: 'domain:default/money' }],
      },
    ];
    await hierarchy.apply({ changed: rows, removed: [] });
    const [api, web] = rows;
    await store(database, api);
    await store(database, web);
    const reader = new CampaignReader({
      store: new CampaignScopeStore(database),
      hierarchy,
      definitions: {
        ruleset: () => ({ scorecards: [], sources: new Map(), hash: '' }),
      } as unknown as DefinitionsService,
    });
    const scopes = [
      {},
      { within: ['group:default/retail'] },
      { within: ['domain:default/money'] },
      { within: ['group:default/fraud', 'system:default/pay'] },
      { types: ['website'] },
      { types: [], tiers: ['tier-3'], within: ['group:default/payments'] },
      { lifecycles: ['experimental'] },
    ];
    const campaigns = scopes.map((scope, index) => ({
      id: `${index}`,
      scorecardId: scorecard.definition.id,
      scope,
      goal: { level: 'silver' as const, checks: [] },
    }));
    const queries: string[] = [];
    database.on('query', ({ sql }) => queries.push(sql));
    for (const { entityRef } of [api, web]) {
      queries.length = 0;
      const standings = await reader.standingsOf(entityRef, campaigns, 0);
      expect(queries.length).toBeLessThanOrEqual(5);
      for (const campaign of campaigns) {
        const [expected] = await reader.standings(campaign, 0, entityRef);
        expect([campaign.id, standings.get(campaign.id)?.standing]).toEqual([
          campaign.id,
          expected?.standing,
        ]);
      }
    }
  });

  it('takes the snapshot of a day on which something is always evaluated', async () => {
    const dirty = new DirtyStore(database);
    await store(database, entity('a'));
    let now = NOW.getTime();
    const taker = new SnapshotTaker({
      database,
      logger: mockServices.logger.mock(),
      store: new SnapshotStore(database),
      hierarchy: new HierarchyStore(database),
      dirty,
      scopes: { ofVirtualTeams: async () => new Map() },
      clock: () => new Date(now),
    });
    const taken = async () => {
      await dirty.mark(database, [
        { entityRef: 'component:default/a', at: now },
      ]);
      await taker.round();
      return (await database('rollup_snapshots')).length;
    };
    expect(await taken()).toBe(0);
    now += 30 * 60_000;
    expect(await taken()).toBe(0);
    now += 31 * 60_000;
    expect(await taken()).toBeGreaterThan(0);
  });
});

it('asks the catalog of a thousand owners at once', async () => {
  const catalog = catalogServiceMock({ entities: [] });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const owners = Array.from(
    { length: 2_500 },
    (_, index) => `group:default/g${index}`,
  );
  const people = await new OwnerDirectory({
    auth: mockServices.auth(),
    catalog,
  }).peopleOf(owners);
  expect(people.size).toBe(2_500);
  expect(asked.mock.calls.map(([{ entityRefs }]) => entityRefs.length)).toEqual(
    [1_000, 1_000, 500],
  );
});
