import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  EntityHistory,
  Level,
  ScorecardAt,
  ScorecardView,
  ScoreChanges,
} from '@synchrony/backstage-plugin-scorecards-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';
import { planChanges } from '../evaluation/planChanges';
import { definitionsDirectory } from '../migrate';
import { LevelNotifier } from '../service/LevelNotifier';
import { OwnerDirectory } from '../service/OwnerDirectory';
import { DirtyStore } from '../store/DirtyStore';
import { NoticeStore } from '../store/NoticeStore';
import { ResultStore } from '../store/ResultStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

type Backend = Awaited<ReturnType<typeof setUpBackend>>;

const PATH = '/entities/default/component/api/scorecards/essentials';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function levelIs(backend: Backend, name: string, level: Level) {
  return until(async () => {
    const scorecard = await backend.scorecard(name);
    return scorecard?.level === level && scorecard;
  });
}

function withoutTimes({ checks, ...scorecard }: ScorecardView) {
  return {
    ...scorecard,
    computedAt: undefined,
    // What waited counted nowhere, and is not kept.
    waiting: undefined,
    checks: checks.map(check => ({
      ...check,
      reason: undefined,
      evidenceAt: undefined,
      staleAt: undefined,
      since: undefined,
    })),
  };
}

/** One scorecard, so that nothing has to be told apart. */
const ESSENTIALS_ONLY = {
  scorecards: {
    defaultDefinitions: false,
    definitions: ['checks', 'scorecards/essentials.yaml'].map(path =>
      join(definitionsDirectory(), path),
    ),
  },
};

/** Silver, then a critical finding overdue, then Silver again. */
async function setUpHistory(databaseId: Parameters<typeof setUpBackend>[1]) {
  const backend = await setUpBackend(
    databases,
    databaseId,
    [group('payments'), component('api')],
    ESSENTIALS_ONLY,
  );
  await levelIs(backend, 'api', 'unrated');
  await backend.ingestion.publish('api', allScans(), {
    observedAt: '2026-11-01T08:00:00.000Z',
  });
  const silver = await levelIs(backend, 'api', 'silver');
  const overdue = allScans();
  overdue.overdue.sca.critical = 1;
  await backend.ingestion.publish('api', overdue, {
    observedAt: '2026-11-08T08:00:00.000Z',
  });
  const fallen = await levelIs(backend, 'api', 'none');
  return { backend, silver, fallen };
}

const QUERY = 'from=2026-11-02T00:00:00Z&to=2026-11-20T00:00:00Z';

describe.each(databases.eachSupportedId())('the ledger on %s', databaseId => {
  it('tells how it stood at any time, and why that changed', async () => {
    const { backend, silver, fallen } = await setUpHistory(databaseId);
    const at = async (time: string) => {
      const { body } = await backend.get<ScorecardAt>(
        `${PATH}/at?time=${time}`,
      );
      expectToMatchOpenApi('ScorecardAt', body);
      return body;
    };
    const then = await at('2026-11-05T00:00:00Z');
    expect(then).toMatchObject({
      since: '2026-11-01T08:00:00.000Z',
      until: '2026-11-08T08:00:00.000Z',
    });
    expect(withoutTimes(then.scorecard!)).toEqual(
      JSON.parse(JSON.stringify(withoutTimes(silver))),
    );
    const later = await at('2026-11-09T00:00:00Z');
    expect(later.until).toBeUndefined();
    expect(withoutTimes(later.scorecard!)).toEqual(
      JSON.parse(JSON.stringify(withoutTimes(fallen))),
    );
    expect((await at('2026-10-01T00:00:00Z')).scorecard).toBeUndefined();

    const { body: changes } = await backend.get<ScoreChanges>(
      `${PATH}/changes?${QUERY}`,
    );
    expectToMatchOpenApi('ScoreChanges', changes);
    expect(changes).toMatchObject({
      from: { level: 'silver', scoreTenths: 1000 },
      to: { level: 'none' },
      isNet: false,
      redacted: false,
    });
    const sum = (part: 'scoreTenths' | 'levels') =>
      changes.causes.reduce((total, cause) => total + cause[part], 0);
    expect(sum('scoreTenths')).toBe(changes.to.scoreTenths - 1000);
    expect(sum('levels')).toBe(-2);
    expect(
      changes.causes.find(({ checkId }) => checkId === 'build.deps-in-sla'),
    ).toMatchObject({
      kind: 'outcome',
      at: '2026-11-08T08:00:00.000Z',
      before: { outcome: 'pass', evidence: expect.any(Array) },
      after: { outcome: 'fail', reason: expect.stringContaining('1') },
    });
  });

  it('ends when the entity goes, and keeps what was before', async () => {
    const { backend } = await setUpHistory(databaseId);
    const entityRef = 'component:default/api';
    const results = new ResultStore(
      backend.database,
      new DirtyStore(backend.database),
    );
    const gone = new Date('2026-11-10T00:00:00.000Z');
    await results.write(
      planChanges(
        [{ entityRef, scorecards: [], at: gone.getTime() }],
        await results.current([entityRef]),
        gone,
      ),
      [],
    );
    const at = async (time: string) =>
      (await backend.get<ScorecardAt>(`${PATH}/at?time=${time}`)).body;
    expect(await at('2026-11-09T00:00:00Z')).toMatchObject({
      until: gone.toISOString(),
      scorecard: { level: 'none' },
    });
    const after = await at('2026-11-11T00:00:00Z');
    expect(after.since).toBe(gone.toISOString());
    expect(after.scorecard).toBeUndefined();
    const { body } = await backend.get<ScoreChanges>(
      `${PATH}/changes?${QUERY}`,
    );
    expect(body.causes.at(-1)).toMatchObject({ kind: 'uncovered' });
    expect(body.to.level).toBeUndefined();
  });

  it('tells outsiders the difference of what they see, and no more', async () => {
    const { backend } = await setUpHistory(databaseId);
    backend.access.evidence = 'none';
    const { body } = await backend.get<ScoreChanges>(
      `${PATH}/changes?${QUERY}`,
    );
    expectToMatchOpenApi('ScoreChanges', body);
    expect(body).toMatchObject({ isNet: true, redacted: true });
    for (const cause of body.causes) {
      expect(cause.at).toBeUndefined();
      for (const side of [cause.before, cause.after]) {
        expect(side?.reason ?? side?.evidence).toBeUndefined();
      }
    }
    const { body: then } = await backend.get<ScorecardAt>(
      `${PATH}/at?time=2026-11-05T00:00:00Z`,
    );
    expect(then.scorecard).toMatchObject({ level: 'silver', redacted: true });
    expect(then.scorecard!.plan).toBeUndefined();
    // Rows begin and end also when something changes that is hidden.
    expect(then).not.toHaveProperty('since');
    expect(then).not.toHaveProperty('until');
    expect(then.scorecard!.computedAt).toBe('2026-11-05T00:00:00.000Z');
    const { body: history } = await backend.get<EntityHistory>(
      '/entities/default/component/api/history',
    );
    expect(history.scores.map(({ level }) => level)).toEqual([
      'silver',
      'none',
    ]);

    backend.access.catalog = 'none';
    expect((await backend.get(`${PATH}/changes`)).status).toBe(404);
    expect(
      (await backend.get(`${PATH}/at?time=2026-11-05T00:00:00Z`)).status,
    ).toBe(404);
    backend.access.score = false;
    expect((await backend.get(`${PATH}/changes`)).status).toBe(403);
  });

  it('names what is wrong with a request', async () => {
    const { backend } = await setUpHistory(databaseId);
    for (const query of [
      'from=yesterday',
      'from=2026-11-20T00:00:00Z&to=2026-11-01T00:00:00Z',
      'from=2020-11-20T00:00:00Z',
    ]) {
      expect((await backend.get(`${PATH}/changes?${query}`)).status).toBe(400);
    }
    expect((await backend.get(`${PATH}/at`)).status).toBe(400);
  });

  it('answers actions as it answers requests', async () => {
    const { backend, fallen } = await setUpHistory(databaseId);
    const credentials = mockCredentials.user();
    const ask = async (id: string, input: object) => {
      const { output } = await backend.actions.invoke({
        id: `test:${id}`,
        input: input as never,
        credentials,
      });
      return output;
    };
    const entityRef = 'component:default/api';
    expect(await ask('get-entity-scorecard', { entityRef })).toMatchObject({
      scorecards: [{ id: 'essentials', level: 'none' }],
    });
    expect(await ask('plan-next-level', { entityRef })).toMatchObject({
      nextLevel: fallen.nextLevel,
      steps: fallen.plan!.map(({ checkId }) => ({ checkId, actor: 'team' })),
    });
    expect(
      await ask('explain-score-change', {
        entityRef,
        from: '2026-11-02T00:00:00Z',
        to: '2026-11-20T00:00:00Z',
      }),
    ).toMatchObject({ from: { level: 'silver' }, to: { level: 'none' } });
    expect(await ask('list-at-risk', {})).toMatchObject({
      totalItems: 1,
      items: [{ entityRef, level: 'none' }],
    });

    backend.access.evidence = 'none';
    expect(await ask('plan-next-level', { entityRef })).toMatchObject({
      steps: [],
      redacted: true,
    });
    backend.access.score = false;
    await expect(ask('list-at-risk', {})).rejects.toThrow(/not granted/);
  });

  it('tells owners and champions of a drop once, and not of history or of the first level', async () => {
    const { backend } = await setUpHistory(databaseId);
    expect(await backend.database('level_notices')).toEqual([]);
    const send = jest.fn(async (_options: unknown) => {});
    let now = Date.now();
    const notifier = (hour: number) =>
      new LevelNotifier({
        database: backend.database,
        logger: mockServices.logger.mock(),
        notifications: { send },
        notices: new NoticeStore(backend.database),
        owners: new OwnerDirectory({
          auth: mockServices.auth(),
          catalog: catalogServiceMock({
            entities: [
              {
                ...group('payments'),
                relations: [
                  { type: 'hasMember', targetRef: 'user:default/ann' },
                ],
              },
            ],
          }),
        }),
        champions: {
          championsOf: async () =>
            new Map([
              [
                'component:default/api',
                ['user:default/ann', 'user:default/cho'],
              ],
            ]),
        },
        settings: {
          digestHour: hour,
          immediateTiers: ['tier-1'],
          immediateAfterMs: 60_000,
        },
        titleOf: id => id,
        clock: () => new Date(now),
      });
    const rise = async () => {
      await backend.ingestion.publish('api', allScans());
      await levelIs(backend, 'api', 'silver');
    };
    const fall = async () => {
      const overdue = allScans();
      overdue.overdue.sca.critical = 1;
      await backend.ingestion.publish('api', overdue);
      await levelIs(backend, 'api', 'none');
    };

    await rise();
    await fall();
    now += HOUR_MS;
    await notifier(0).round();
    expect(send).not.toHaveBeenCalled();
    expect(await backend.database('level_notices')).toEqual([]);

    await rise();
    now = Date.now() + 2 * DAY_MS;
    await notifier(0).round();
    await notifier(0).round();
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenLastCalledWith({
      recipients: { type: 'entity', entityRef: ['user:default/ann'] },
      payload: expect.objectContaining({
        title: 'api went from no level to Silver',
        scope: expect.stringMatching(
          /^scorecards:digest:group:default\/payments:/,
        ),
      }),
    });

    await fall();
    await notifier(0).round();
    expect(send).toHaveBeenCalledTimes(2);
    expect(send).toHaveBeenLastCalledWith(
      expect.objectContaining({
        recipients: {
          type: 'entity',
          entityRef: ['user:default/ann', 'user:default/cho'],
        },
        payload: expect.objectContaining({
          title: 'api fell from Silver to no level',
          severity: 'high',
          link: '/catalog/default/component/api/security/scorecard?scorecard=essentials&view=history',
          scope: 'scorecards:level:essentials:component:default/api',
        }),
      }),
    );
  });
});
