import { TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityScorecards,
  EntityScoresPage,
  Level,
  ScorecardDefinitions,
  ScorecardView,
  signalBucketOf,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans, noScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { unpackText } from '../store/packedText';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

type Backend = Awaited<ReturnType<typeof setUpBackend>>;

function levelIs(backend: Backend, name: string, level: Level) {
  return until(async () => {
    const scorecard = await backend.scorecard(name);
    return scorecard?.level === level && scorecard;
  });
}

function outcomeOf(scorecard: ScorecardView, id: string) {
  return scorecard.checks.find(check => check.id === id)!;
}

describe.each(databases.eachSupportedId())('scorecards on %s', databaseId => {
  it('follows the facts: level, evidence, plan, history and signal', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('api'),
    ]);
    const unrated = await levelIs(backend, 'api', 'unrated');
    expect(unrated.plan!.length).toBeGreaterThan(0);
    expect(unrated.planResult).toMatchObject({ level: 'bronze' });

    const facts = allScans();
    facts.coverage.sast = { state: 'missing' };
    await backend.ingestion.publish('api', facts, {
      observedAt: '2026-11-01T08:00:00.000Z',
    });
    const bronze = await levelIs(backend, 'api', 'bronze');
    expect(bronze).toMatchObject({
      nextLevel: 'silver',
      targetLevel: 'silver',
      nextLevelProgress: { met: 0, waived: 0, required: 1 },
      plan: [{ checkId: 'code.sast-active' }],
      planResult: { level: 'silver', scoreLow: 100 },
      redacted: false,
    });
    expect(outcomeOf(bronze, 'code.sast-active')).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'no_data',
    });
    expect(outcomeOf(bronze, 'build.sca-active')).toMatchObject({
      outcome: 'pass',
      reason: expect.stringMatching(/Trivy\) is \d+ (day|hour|minute)s? old/),
      evidence: expect.arrayContaining([
        {
          fact: 'ingestion.coverage.sca.tool',
          title: 'sca scanner',
          value: 'Trivy',
        },
      ]),
    });

    await backend.ingestion.publish('api', allScans(), {
      observedAt: '2026-11-08T08:00:00.000Z',
    });
    const silver = await levelIs(backend, 'api', 'silver');
    expect(silver.scoreLow).toBe(bronze.planResult!.scoreLow);
    expect(backend.signals.publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'scorecards',
      message: { buckets: [signalBucketOf('component:default/api')] },
    });
    const history = await backend
      .database('entity_score_history')
      .where('scorecard_id', 'essentials')
      .orderBy('since');
    expect(
      history.map(row => [row.level, new Date(Number(row.since)).getUTCDate()]),
    ).toEqual([
      ['bronze', 1],
      ['silver', 8],
    ]);
  });

  it('shows a waived check as waived, and as failed when the waiver is gone', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('api'),
    ]);
    const facts = allScans();
    facts.overdue.sca.critical = 1;
    await backend.ingestion.publish('api', facts);
    const failed = await levelIs(backend, 'api', 'none');
    const waivedUntil = Date.now() + 60_000;
    await backend.ingestion.publish('api', {
      ...facts,
      waivers: {
        checks: {
          'build.deps-in-sla': waivedUntil,
          'operate.no-overdue-critical': waivedUntil,
        },
      },
    });
    const waived = await levelIs(backend, 'api', 'silver');
    expect(waived).toMatchObject({ waivers: 2, scoreLow: failed.scoreLow });
    expect(outcomeOf(waived, 'build.deps-in-sla')).toMatchObject({
      outcome: 'waived',
      waivedUntil: new Date(waivedUntil).toISOString(),
    });
    await backend.ingestion.publish('api', facts);
    await levelIs(backend, 'api', 'none');
    const rows = await backend
      .database('check_results')
      .where({ check_id: 'build.deps-in-sla' })
      .orderBy('recorded_at');
    expect(rows.map(row => row.outcome)).toEqual(
      expect.arrayContaining(['fail', 'waived', 'fail']),
    );
  });

  it('evaluates at the time of the facts and writes nothing unchanged', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
    ]);
    await backend.ingestion.publish('old', noScans(), {
      observedAt: '2026-09-01T08:00:00.000Z',
    });
    await until(async () => {
      const [row] = await backend.database('facts').count({ count: '*' });
      // Also evaluated, while the catalog does not know the component yet.
      const dirty = await backend.database('dirty_entities');
      return Number(row.count) === 1 && dirty.length === 0;
    });
    backend.state.entities = [group('payments'), component('old')];
    await backend.ingestion.publish('old', allScans(), {
      observedAt: '2026-10-01T08:00:00.000Z',
    });
    await levelIs(backend, 'old', 'silver');
    const current = await backend.database('check_results').whereNull('until');
    expect(
      new Set(current.map(row => new Date(Number(row.since)).toISOString())),
    ).toEqual(new Set(['2026-10-01T08:00:00.000Z']));

    const sameAnswers = {
      ...allScans(),
      open: { ...allScans().open, iac: { ...allScans().open.iac, low: 3 } },
    };
    await backend.ingestion.publish('old', sameAnswers, {
      observedAt: '2026-11-01T08:00:00.000Z',
    });
    await until(async () => {
      const row = await backend.database('facts').first();
      const dirty = await backend.database('dirty_entities');
      return (
        new Date(Number(row.observed_at)).getUTCMonth() === 10 &&
        dirty.length === 0
      );
    });
    const [view] = await backend
      .database('entity_views')
      .where('entity_ref', 'component:default/old');
    expect(view.version).toBe(1);
    const checks = new Set(
      view &&
        JSON.parse(unpackText(view.full_answer)).scorecards.flatMap(
          (scorecard: ScorecardView) => scorecard.checks.map(({ id }) => id),
        ),
    );
    expect(await backend.database('check_results')).toHaveLength(checks.size);
  });

  it('never rises when evidence is lost: withdrawn, out of date, reset', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('api'),
    ]);
    await backend.ingestion.publish('api', allScans());
    const before = await levelIs(backend, 'api', 'silver');

    await backend.ingestion.publish('api', null);
    const withdrawn = await levelIs(backend, 'api', 'unrated');
    expect(withdrawn.scoreLow).toBeLessThan(before.scoreLow!);
    expect(outcomeOf(withdrawn, 'build.sca-active')).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'no_data',
    });

    await backend.ingestion.publish('api', allScans(), {
      validUntil: new Date(Date.now() - 6 * 60_000).toISOString(),
    });
    await levelIs(backend, 'api', 'silver');
    await backend.database('facts').update({ received_at: 0 });
    await backend.ingestion.nudge();
    const stale = await until(async () => {
      const scorecard = await backend.scorecard('api');
      return (
        scorecard &&
        outcomeOf(scorecard, 'build.sca-active').unknownReason === 'stale' &&
        scorecard
      );
    });
    expect(stale.level).toBe('unrated');

    await backend.ingestion.publish('api', allScans());
    await levelIs(backend, 'api', 'silver');
    await backend.ingestion.reset();
    await levelIs(backend, 'api', 'unrated');
  });

  it('withholds what stands behind a score from those who may not see it', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('api'),
    ]);
    const facts = allScans();
    facts.open.secret.critical = 2;
    facts.overdue.sca.high = 1;
    await backend.ingestion.publish('api', facts);
    const full = await levelIs(backend, 'api', 'none');
    expect(outcomeOf(full, 'code.no-live-secrets')).toMatchObject({
      outcome: 'fail',
      reason: '2 secrets found in the code and not yet fixed.',
    });

    for (const evidence of [
      'none',
      { claims: ['group:default/other'] },
    ] as const) {
      backend.access.evidence =
        evidence === 'none' ? 'none' : { claims: [...evidence.claims] };
      const { body } = await backend.get<EntityScorecards>(
        '/entities/default/component/api',
      );
      expectToMatchOpenApi('EntityScorecards', body);
      const redacted = body.scorecards[0];
      expect(redacted).toMatchObject({
        level: 'none',
        scoreLow: full.scoreLow,
        redacted: true,
      });
      for (const hidden of ['plan', 'planResult', 'nextLevelProgress']) {
        expect(redacted).not.toHaveProperty(hidden);
      }
      for (const stage of redacted.stages) {
        expect(Object.keys(stage).sort()).toEqual(['outcomes', 'stage']);
      }
      for (const check of redacted.checks) {
        expect(check.redacted).toBe(true);
        for (const hidden of [
          'reason',
          'unknownReason',
          'evidence',
          'evidenceAt',
          'staleAt',
          'gain',
          'since',
        ]) {
          expect(check).not.toHaveProperty(hidden);
        }
      }
      expect(outcomeOf(redacted, 'code.no-live-secrets')).toMatchObject({
        outcome: 'fail',
        needsAttention: true,
      });
      expect(outcomeOf(redacted, 'build.deps-in-sla')).toMatchObject({
        outcome: 'fail',
      });
    }

    const rowOf = async () => {
      const { body } = await backend.get<EntityScoresPage>('/entities');
      return body.items.find(item => item.entityRef.endsWith('/api'));
    };
    expect(await rowOf()).not.toHaveProperty('planSteps');
    expect(await rowOf()).not.toHaveProperty('blocking');

    backend.access.evidence = { claims: ['group:default/payments'] };
    expect((await backend.scorecard('api'))?.redacted).toBe(false);
    expect(await rowOf()).toMatchObject({
      nextLevel: full.nextLevel,
      planSteps: full.plan?.length,
      blocking: {
        checkId: full.plan?.[0].checkId,
        title: full.plan?.[0].title,
        outcome: full.plan?.[0].outcome,
      },
    });
  });

  it('does not tell outsiders whether a sensitive check fails or is unknown', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('fails'),
      component('unknown'),
    ]);
    const fails = allScans();
    fails.open.secret.high = 1;
    fails.coverage.secret = { state: 'missing' };
    const unknown = allScans();
    unknown.coverage.secret = { state: 'missing' };
    await backend.ingestion.publish('fails', fails);
    await backend.ingestion.publish('unknown', unknown);
    await levelIs(backend, 'fails', 'none');
    await levelIs(backend, 'unknown', 'none');

    backend.access.evidence = 'none';
    const seen = [];
    for (const name of ['fails', 'unknown']) {
      const { body } = await backend.get<EntityScorecards>(
        `/entities/default/component/${name}`,
      );
      seen.push(
        body.scorecards.map(scorecard => ({ ...scorecard, computedAt: '' })),
      );
    }
    expect(seen[0]).toEqual(seen[1]);
    const { body } = await backend.get<EntityScoresPage>('/entities');
    const [first, second] = body.items.map(item => ({
      ...item,
      entityRef: '',
      computedAt: '',
    }));
    expect(first).toEqual(second);

    // Nor when it came to fail no more: neither a time nor a signal says so.
    const rowOf = async () => {
      const page = await backend.get<EntityScoresPage>('/entities');
      return page.body.items.find(item => item.entityRef.endsWith('/fails'));
    };
    const before = await rowOf();
    backend.signals.publish.mockClear();
    backend.access.evidence = 'all';
    const openBefore = await rowOf();
    await backend.ingestion.publish('fails', unknown);
    await until(async () => {
      const scorecard = await backend.scorecard('fails');
      const { outcome } = outcomeOf(scorecard, 'code.no-live-secrets');
      return outcome === 'unknown';
    });
    expect((await rowOf())!.computedAt).not.toBe(openBefore!.computedAt);
    backend.access.evidence = 'none';
    expect(await rowOf()).toEqual(before);
    expect(backend.signals.publish).not.toHaveBeenCalled();
  });

  it('hides entities that the catalog hides, and everything without the permission', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('open'),
      component('secret'),
    ]);
    await levelIs(backend, 'secret', 'unrated');
    await levelIs(backend, 'open', 'unrated');

    backend.access.catalog = 'some';
    backend.access.hidden = ['secret'];
    expect(
      (await backend.get('/entities/default/component/secret')).status,
    ).toBe(404);
    expect((await backend.get('/entities/default/component/none')).status).toBe(
      404,
    );
    const { body } = await backend.get<EntityScoresPage>('/entities');
    expectToMatchOpenApi('EntityScoresPage', body);
    expect(body.items.map(item => item.entityRef)).toEqual([
      'component:default/open',
    ]);
    expect(body).toMatchObject({ totalItems: 1, levels: { unrated: 1 } });

    // Behind many that are hidden it is reached by cursors, which name none.
    const [row] = await backend.database('entity_scores').where({
      scorecard_id: 'essentials',
      entity_ref: 'component:default/secret',
    });
    const many = Array.from({ length: 700 }, (_, index) => ({
      ...row,
      entity_ref: `component:default/hidden-${index}`,
      name: `hidden-${index}`,
    }));
    await backend.database.batchInsert('entity_scores', many, 20);
    const names = '/entities?orderBy=name&limit=1';
    const { body: none } = await backend.get<EntityScoresPage>(names);
    expect(none.items).toEqual([]);
    const { nextCursor } = none.pageInfo;
    expect(Buffer.from(nextCursor!, 'base64url').toString()).not.toContain(
      'hidden',
    );
    const { body: next } = await backend.get<EntityScoresPage>(
      `${names}&cursor=${nextCursor}`,
    );
    expect(next.items.map(item => item.entityRef)).toEqual([
      'component:default/open',
    ]);
    expect(next.pageInfo).toEqual({});

    backend.access.catalog = 'none';
    expect((await backend.get('/entities/default/component/open')).status).toBe(
      404,
    );
    expect((await backend.get<EntityScoresPage>('/entities')).body).toEqual({
      items: [],
      totalItems: 0,
      levels: {
        unrated: 0,
        none: 0,
        bronze: 0,
        silver: 0,
        gold: 0,
        platinum: 0,
      },
      pageInfo: {},
    });

    backend.access.score = false;
    for (const path of [
      '/entities',
      '/entities/default/component/open',
      '/definitions',
    ]) {
      expect((await backend.get(path)).status).toBe(403);
    }
  });

  it('lists with filters, orders and pages in both directions', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      group('cards'),
      ...names.map(name =>
        component(name, name === 'e' ? 'cards' : 'payments'),
      ),
    ]);
    await backend.ingestion.publish('a', allScans());
    await levelIs(backend, 'a', 'silver');
    for (const name of names.slice(1)) {
      await levelIs(backend, name, 'unrated');
    }
    const list = async (query: string) => {
      const { status, body } = await backend.get<EntityScoresPage>(
        `/entities?${query}`,
      );
      expect(status).toBe(200);
      expectToMatchOpenApi('EntityScoresPage', body);
      return {
        ...body,
        names: body.items.map(item => item.entityRef.split('/')[1]).join(''),
      };
    };

    expect((await list('orderBy=name')).names).toBe('abcde');
    expect((await list('orderBy=worst')).names).toBe('bcdea');
    expect((await list('orderBy=best')).names).toBe('aedcb');
    expect((await list('orderBy=evidence')).names).toBe('bcdea');
    expect(await list('level=silver')).toMatchObject({
      names: 'a',
      totalItems: 1,
      levels: { silver: 1, unrated: 4 },
    });
    expect((await list('ownedBy=group:default/cards')).names).toBe('e');
    expect(
      (await list('ownedBy=group:default/cards&ownedBy=group:default/payments'))
        .totalItems,
    ).toBe(5);
    expect((await list('tier=tier-2')).totalItems).toBe(0);
    expect((await list('q=B')).names).toBe('b');
    expect((await list('q=%25')).names).toBe('');
    expect((await list('scorecard=other')).totalItems).toBe(0);

    for (const visibility of ['all', 'some'] as const) {
      backend.access.catalog = visibility;
      for (const [order, expected] of [
        ['name', ['ab', 'cd', 'e']],
        ['best', ['ae', 'dc', 'b']],
      ] as const) {
        const first = await list(`orderBy=${order}&limit=2`);
        const second = await list(
          `orderBy=${order}&limit=2&cursor=${first.pageInfo.nextCursor}`,
        );
        const third = await list(
          `orderBy=${order}&limit=2&cursor=${second.pageInfo.nextCursor}`,
        );
        expect([first.names, second.names, third.names]).toEqual(expected);
        expect(first.pageInfo.prevCursor).toBeUndefined();
        expect(third.pageInfo.nextCursor).toBeUndefined();
        const back = await list(
          `orderBy=${order}&limit=2&cursor=${third.pageInfo.prevCursor}`,
        );
        expect(back.names).toBe(second.names);
        const start = await list(
          `orderBy=${order}&limit=2&cursor=${back.pageInfo.prevCursor}`,
        );
        expect(start.names).toBe(first.names);
        expect(start.pageInfo.prevCursor).toBeUndefined();
      }
    }
    const { nextCursor } = (await list('orderBy=name&limit=2')).pageInfo;
    expect(
      (await backend.get(`/entities?orderBy=best&cursor=${nextCursor}`)).status,
    ).toBe(400);
    for (const wrong of ['limit=0', 'limit=1001', 'level=tin', 'cursor=x']) {
      expect((await backend.get(`/entities?${wrong}`)).status).toBe(400);
    }
  });

  it('says why an entity has no scorecard, and what is in use', async () => {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('api'),
    ]);
    await levelIs(backend, 'api', 'unrated');
    const { body } = await until(async () => {
      const answer = await backend.get<EntityScorecards>(
        '/entities/default/group/payments',
      );
      return answer.body.notApplicableBecause?.startsWith('No ') && answer;
    });
    expectToMatchOpenApi('EntityScorecards', body);
    expect(body).toEqual({
      entityRef: 'group:default/payments',
      scorecards: [],
      notApplicableBecause:
        'No scorecard covers entities like this one (group, team).',
    });
    const definitions = await backend.get<ScorecardDefinitions>('/definitions');
    expectToMatchOpenApi('Definitions', definitions.body);
    expect(definitions.body).toMatchObject({
      scorecards: [
        {
          id: 'essentials',
          version: 4,
          checkCount: 10,
          waitingFor: ['champions', 'openssf-scorecard'],
        },
        { id: 'secure-delivery', version: 4, checkCount: 40 },
      ],
      problems: [],
    });
    const full = await backend.get('/entities/default/component/api');
    expectToMatchOpenApi('EntityScorecards', full.body);
    expect((await backend.get('/openapi.json')).body).toMatchObject({
      openapi: '3.1.0',
    });
  });
});
