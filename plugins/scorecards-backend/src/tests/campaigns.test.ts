import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  Campaign,
  CampaignEntitiesPage,
  CampaignGoalChoice,
  CampaignHistory,
  CampaignInput,
  CampaignPreview,
  CampaignProgress,
  CampaignsPage,
  EntityCampaign,
  Exemption,
  ExemptionsPage,
  ScopeChangesPage,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';
import { dateOf, DAY_MS, dayOf } from '../calendar/days';
import { CampaignClock } from '../service/campaigns/CampaignClock';
import { CampaignCounter } from '../service/campaigns/CampaignCounter';
import { CampaignNotifier } from '../service/campaigns/CampaignNotifier';
import { CampaignReader } from '../service/campaigns/CampaignReader';
import { DefinitionsService } from '../service/DefinitionsService';
import { CampaignScopeStore } from '../store/campaigns/CampaignScopeStore';
import { CampaignSnapshotStore } from '../store/campaigns/CampaignSnapshotStore';
import { CampaignStore } from '../store/campaigns/CampaignStore';
import { ReminderStore } from '../store/campaigns/ReminderStore';
import { DirtyStore } from '../store/DirtyStore';
import { HierarchyStore } from '../store/HierarchyStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const ENTITIES = [
  { ...group('retail'), spec: { type: 'platform', children: [] } },
  {
    ...group('payments'),
    relations: [{ type: 'childOf', targetRef: 'group:default/retail' }],
  },
  group('fraud'),
  component('api'),
  component('web'),
  component('scoring', 'fraud'),
];
const SAST = 'code.sast-active';
const REASON = 'The service is switched off at the end of the month.';
const OTHER = 'user:default/appsec';

function inDays(days: number): string {
  return dateOf(dayOf(new Date()) + days * DAY_MS);
}

const input: CampaignInput = {
  title: 'Static analysis everywhere',
  scorecardId: 'essentials',
  scope: {},
  goal: { checks: [SAST] },
  startDate: inDays(-1),
  targetDate: inDays(12),
  milestones: [{ date: inDays(5), sharePct: 50 }],
};

describe.each(databases.eachSupportedId())('campaigns on %s', databaseId => {
  async function setUp() {
    const backend = await setUpBackend(databases, databaseId, ENTITIES);
    await backend.ingestion.publish('api', allScans());
    await until(async () => {
      const rows = await backend
        .database('check_results')
        .where({ check_id: SAST })
        .whereNull('until');
      return rows.length === 3 && rows.some(row => row.outcome === 'pass');
    });
    const create = async (change: Partial<CampaignInput> = {}) => {
      const { body } = await backend.send<Campaign>('post', '/campaigns', {
        ...input,
        ...change,
      });
      return body;
    };
    const act = (id: string, action: string) =>
      backend.send<Campaign>('post', `/campaigns/${id}/actions`, { action });
    const start = async (change: Partial<CampaignInput> = {}) => {
      const { id } = await create(change);
      return (await act(id, 'activate')).body;
    };
    const ask = (id: string, name: string, by?: string) =>
      backend.send<Exemption>(
        'post',
        `/campaigns/${id}/exemptions`,
        {
          entityRef: `component:default/${name}`,
          reason: REASON,
          until: inDays(3),
        },
        by,
      );
    const decide = (exemption: Exemption, action: string, by?: string) =>
      backend.send<Exemption>(
        'post',
        `/campaigns/${exemption.campaignId}/exemptions/${exemption.id}/actions`,
        { action },
        by,
      );
    const progress = async (id: string) => {
      const { body } = await backend.get<CampaignProgress>(
        `/campaigns/${id}/progress`,
      );
      expectToMatchOpenApi('CampaignProgress', body);
      return body;
    };
    return { ...backend, act, ask, create, decide, progress, start };
  }

  /** What time does, with a clock and notifications of the test's own. */
  function clockOf(backend: Awaited<ReturnType<typeof setUp>>) {
    const { database } = backend;
    const time = { now: Date.now() };
    const clock = () => new Date(time.now);
    const logger = mockServices.logger.mock();
    const send = jest.fn<
      ReturnType<NotificationService['send']>,
      Parameters<NotificationService['send']>
    >(async () => {});
    const snapshots = new CampaignSnapshotStore(database);
    const reader = new CampaignReader({
      store: new CampaignScopeStore(database),
      hierarchy: new HierarchyStore(database),
      definitions: {
        ruleset: () => ({ scorecards: [], schemas: new Map() }),
      } as unknown as DefinitionsService,
    });
    const replica = () =>
      new CampaignClock({
        database,
        logger,
        store: new CampaignStore(database),
        snapshots,
        reminders: new ReminderStore(database),
        reader,
        counter: new CampaignCounter({ reader, snapshots, clock }),
        notifier: new CampaignNotifier({ logger, notifications: { send } }),
        dirty: new DirtyStore(database),
        reminderDays: [14, 3],
        clock,
      });
    return { time, send, replica };
  }

  it('goes from a draft to its end, and says who lacks what', async () => {
    const backend = await setUp();
    const draft = await backend.create();
    expectToMatchOpenApi('Campaign', draft);
    expect(draft).toMatchObject({
      status: 'draft',
      actions: ['activate', 'cancel'],
      mayEdit: true,
    });

    backend.access.denied = ['scorecards.campaign.manage'];
    expect((await backend.get(`/campaigns/${draft.id}`)).status).toBe(404);
    expect((await backend.get<CampaignsPage>('/campaigns')).body.items).toEqual(
      [],
    );
    expect((await backend.act(draft.id, 'activate')).status).toBe(404);
    expect((await backend.send('post', '/campaigns', input)).status).toBe(403);
    expect(
      (
        await backend.send('post', '/campaigns/preview', {
          scorecardId: 'essentials',
          scope: {},
          goal: input.goal,
        })
      ).status,
    ).toBe(403);
    backend.access.denied = [];

    const { body: active } = await backend.act(draft.id, 'activate');
    expect(active).toMatchObject({ status: 'active', version: 2 });
    expect(await backend.progress(draft.id)).toMatchObject({
      overall: {
        total: 3,
        counted: 3,
        standings: { passed: 1, failing: 0, unknown: 2, exempt: 0 },
      },
      rows: [
        { ref: 'group:default/payments', total: 2 },
        { ref: 'group:default/fraud', total: 1 },
      ],
    });
    const { body: page } = await backend.get<CampaignEntitiesPage>(
      `/campaigns/${draft.id}/entities?limit=2`,
    );
    expectToMatchOpenApi('CampaignEntitiesPage', page);
    expect(page.totalItems).toBe(3);
    expect(page.items.map(row => [row.entityRef, row.standing])).toEqual([
      ['component:default/api', 'passed'],
      ['component:default/scoring', 'unknown'],
    ]);
    expect(page.items[1].missing).toEqual([
      expect.objectContaining({ checkId: SAST, outcome: 'unknown' }),
    ]);
    const { body: rest } = await backend.get<CampaignEntitiesPage>(
      `/campaigns/${draft.id}/entities?cursor=${page.pageInfo.nextCursor}`,
    );
    expect(rest.items.map(row => row.entityRef)).toEqual([
      'component:default/web',
    ]);
    const { body: owned } = await backend.get<CampaignEntitiesPage>(
      `/campaigns/${draft.id}/entities?standing=unknown&owner=group:default/fraud`,
    );
    expect(owned.items).toHaveLength(1);
    const { body: byPlatform } = await backend.get<CampaignProgress>(
      `/campaigns/${draft.id}/progress?by=platform`,
    );
    expect(byPlatform.rows).toMatchObject([
      { ref: 'group:default/retail', total: 2 },
      { ref: 'group:default/fraud', total: 1 },
    ]);
    const { body: retail } = await backend.get<CampaignEntitiesPage>(
      `/campaigns/${draft.id}/entities?platform=group:default/retail`,
    );
    expect(retail.items.map(row => row.entityRef)).toEqual([
      'component:default/api',
      'component:default/web',
    ]);

    const { body: mine } = await backend.get<{ items: EntityCampaign[] }>(
      '/entities/default/component/web/campaigns',
    );
    expectToMatchOpenApi('EntityCampaigns', mine);
    expect(mine.items).toMatchObject([
      { title: input.title, row: { standing: 'unknown' } },
    ]);

    const { body: ended } = await backend.act(draft.id, 'end');
    expect(ended).toMatchObject({ status: 'ended', actions: [] });
    expect((await backend.act(draft.id, 'activate')).status).toBe(409);
    expect((await backend.progress(draft.id)).final).toMatchObject({
      standings: { passed: 1, unknown: 2 },
    });
    expect(
      (
        await backend.get<{ items: unknown[] }>(
          '/entities/default/component/web/campaigns',
        )
      ).body.items,
    ).toEqual([]);
  });

  it('shows who would be in scope, and refuses what makes no sense', async () => {
    const backend = await setUp();
    const { body: goals } = await backend.get<{ items: CampaignGoalChoice[] }>(
      '/campaigns/goals',
    );
    expectToMatchOpenApi('CampaignGoals', goals);
    expect(goals.items[0].checks.map(({ id }) => id)).toContain(SAST);
    const { body: preview } = await backend.send<CampaignPreview>(
      'post',
      '/campaigns/preview',
      {
        scorecardId: 'essentials',
        scope: { within: ['group:default/fraud', 'system:default/none'] },
        goal: { checks: [], level: 'bronze' },
      },
    );
    expectToMatchOpenApi('CampaignPreview', preview);
    expect(preview.items.map(row => row.entityRef)).toEqual([
      'component:default/scoring',
    ]);
    for (const [change, words] of [
      [{ targetDate: inDays(-2) }, 'targetDate'],
      [{ goal: { checks: ['no.such'] } }, 'goal.checks[0]'],
      [{ scope: { kinds: ['component'] } }, 'kinds'],
      [{ startDate: 'soon' }, 'startDate'],
    ] as const) {
      const { status, body } = await backend.send<{
        error: { message: string };
      }>('post', '/campaigns', { ...input, ...change });
      expect(status).toBe(400);
      expect(body.error.message).toContain(words);
    }
    expect((await backend.get<CampaignsPage>('/campaigns')).body.items).toEqual(
      [],
    );
  });

  it('keeps the goal of a running campaign, and changes of two people apart', async () => {
    const backend = await setUp();
    const { id, version } = await backend.start();
    const put = (change: object) =>
      backend.send<Campaign>('put', `/campaigns/${id}`, {
        ...input,
        version,
        ...change,
      });
    expect((await put({ goal: { checks: [], level: 'gold' } })).status).toBe(
      409,
    );
    expect(
      (await put({ scope: { within: ['group:default/fraud'] } })).body,
    ).toMatchObject({ version: version + 1 });
    expect((await put({ title: 'Another' })).status).toBe(409);
    expect((await backend.progress(id)).overall.total).toBe(1);
  });

  it('exempts after a decision by somebody else, and never as passed', async () => {
    const backend = await setUp();
    const { id } = await backend.start();
    const { body: asked, status } = await backend.ask(id, 'web');
    expect(status).toBe(201);
    expectToMatchOpenApi('Exemption', asked);
    expect((await backend.ask(id, 'web')).status).toBe(409);
    expect((await backend.progress(id)).overall.standings.exempt).toBe(0);

    expect((await backend.decide(asked, 'approve')).status).toBe(403);
    backend.access.denied = ['scorecards.exemption.decide'];
    expect((await backend.decide(asked, 'approve', OTHER)).status).toBe(403);
    backend.access.denied = [];
    const { body: approved } = await backend.decide(asked, 'approve', OTHER);
    expect(approved).toMatchObject({ status: 'approved', decidedBy: OTHER });
    expect((await backend.progress(id)).overall).toMatchObject({
      counted: 3,
      standings: { passed: 1, unknown: 1, exempt: 1 },
    });

    await backend
      .database('campaign_exemptions')
      .update({ until_day: dayOf(new Date()) - DAY_MS });
    expect((await backend.progress(id)).overall.standings.exempt).toBe(0);
    const { body: page } = await backend.get<ExemptionsPage>(
      `/campaigns/${id}/exemptions`,
    );
    expectToMatchOpenApi('ExemptionsPage', page);
    expect(page.items).toMatchObject([{ status: 'expired', reason: REASON }]);
    expect((await backend.ask(id, 'web')).status).toBe(201);
  });

  it('tells nobody of what they may not see', async () => {
    const backend = await setUp();
    const { id } = await backend.start();
    const { body: asked } = await backend.ask(id, 'web', OTHER);
    await backend.ask(id, 'scoring', OTHER);
    backend.access.evidence = { claims: ['group:default/fraud'] };
    const exemptions = async () =>
      (await backend.get<ExemptionsPage>(`/campaigns/${id}/exemptions`)).body;
    expect(
      (await exemptions()).items.map(item => [item.entityRef, item.redacted]),
    ).toEqual([
      ['component:default/scoring', false],
      ['component:default/web', true],
    ]);
    expect(JSON.stringify((await exemptions()).items[1])).not.toContain(REASON);
    expect((await backend.ask(id, 'api')).status).toBe(403);

    backend.access.catalog = 'some';
    backend.access.hidden = ['web', 'payments'];
    expect((await backend.progress(id)).overall.total).toBe(2);
    const answers = await Promise.all(
      ['', '/progress', '/history', '/entities', '/scope-changes'].map(path =>
        backend.get(`/campaigns/${id}${path}`),
      ),
    );
    const told = JSON.stringify([answers, await exemptions()]);
    expect(told).not.toContain('default/web');
    expect(
      (await backend.get<CampaignHistory>(`/campaigns/${id}/history`)).body,
    ).toEqual({ points: [], withheld: true });
    expect((await backend.decide(asked, 'approve')).status).toBe(404);
    expect(
      (await backend.get('/entities/default/component/web/campaigns')).status,
    ).toBe(404);
  });

  it('counts each day, and shows who came and left', async () => {
    const backend = await setUp();
    const { id } = await backend.start();
    const { time, replica } = clockOf(backend);
    await backend
      .database('entity_scores')
      .where({ entity_ref: 'component:default/web' })
      .delete();
    time.now += DAY_MS;
    await replica().round();
    await replica().round();
    const { body: history } = await backend.get<CampaignHistory>(
      `/campaigns/${id}/history`,
    );
    expectToMatchOpenApi('CampaignHistory', history);
    expect(history.points).toMatchObject([
      { day: inDays(0), total: 3, joined: 0, left: 0 },
      { day: inDays(1), total: 2, joined: 0, left: 1 },
    ]);
    const { body: changes } = await backend.get<ScopeChangesPage>(
      `/campaigns/${id}/scope-changes`,
    );
    expectToMatchOpenApi('ScopeChangesPage', changes);
    expect(changes.items).toEqual([
      { entityRef: 'component:default/web', kind: 'left', day: inDays(1) },
    ]);
  });

  it('reminds each group once, whatever replicas there are, and ends with the target', async () => {
    const backend = await setUp();
    const { id } = await backend.start({ milestones: [] });
    const { time, send, replica } = clockOf(backend);
    await Promise.all([replica().round(), replica().round()]);
    await replica().round();
    const told = send.mock.calls.map(([{ recipients, payload }]) => [
      'entityRef' in recipients && recipients.entityRef,
      payload.title,
    ]);
    expect(told.sort()).toEqual([
      [
        'group:default/fraud',
        'Static analysis everywhere: 1 of your 1 components to go',
      ],
      [
        'group:default/payments',
        'Static analysis everywhere: 1 of your 2 components to go',
      ],
    ]);

    send.mockRejectedValueOnce(new Error('down'));
    time.now += 10 * DAY_MS;
    await replica().round();
    expect(send).toHaveBeenCalledTimes(4);
    time.now += 60 * 60_000;
    await replica().round();
    expect(send).toHaveBeenCalledTimes(5);

    time.now += 3 * DAY_MS;
    await replica().round();
    expect(send).toHaveBeenCalledTimes(5);
    const { body } = await backend.get<Campaign>(`/campaigns/${id}`);
    expect(body.status).toBe('ended');
    expect(body.latest?.day).toBe(input.targetDate);
  });
});
