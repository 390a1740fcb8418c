import { TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityScorecards,
  FactPushResult,
  ScorecardDefinitions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

type Backend = Awaited<ReturnType<typeof setUpBackend>>;

const API = 'component:default/api';
const SOURCE = '/facts/openssf-scorecard';

/** What `scorecard --format json` writes. */
function output(date: string, branchProtection: number) {
  const check = (name: string, score: number) => ({
    name,
    score,
    reason: `${name} it is`,
    details: ['Info: a line'],
    documentation: { short: 'What it is', url: 'https://example.com/checks' },
  });
  return {
    date,
    repo: { name: 'github.com/acme/api', commit: 'abcd1234' },
    scorecard: { version: 'v5.0.0', commit: 'ea7e27ed' },
    score: 6.4,
    checks: [
      check('Branch-Protection', branchProtection),
      check('Dependency-Update-Tool', 10),
      check('CI-Tests', 10),
      check('Something-New', 3),
    ],
    metadata: null,
  };
}

/** The same as facts, for batches. */
function facts(score: number) {
  const names =
    'binaryArtifacts branchProtection ciTests ciiBestPractices codeReview contributors dangerousWorkflow dependencyUpdateTool fuzzing license maintained packaging pinnedDependencies sast sbom securityPolicy signedReleases tokenPermissions vulnerabilities webhooks';
  return {
    score: 6.4,
    repository: 'github.com/acme/api',
    commit: 'abcd1234',
    version: 'v5.0.0',
    checks: Object.fromEntries(
      names.split(' ').map(name => [name, { score, reason: 'so it is' }]),
    ),
  };
}

function ago(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

function outcomeIs(backend: Backend, id: string, outcome: string) {
  return until(async () => {
    const { body } = await backend.get<EntityScorecards>(
      '/entities/default/component/api',
    );
    const check = body.scorecards
      ?.find(scorecard => scorecard.id === 'secure-delivery')
      ?.checks.find(item => item.id === id);
    return check?.outcome === outcome && check;
  });
}

function setUp(id: Parameters<typeof setUpBackend>[1], subjects?: string[]) {
  return setUpBackend(
    databases,
    id,
    [group('payments'), component('api'), component('other')],
    {
      scorecards: {
        pushedSources: [
          { source: 'openssf-scorecard', ...(subjects && { subjects }) },
        ],
      },
    },
  );
}

describe.each(databases.eachSupportedId())('pushed facts on %s', databaseId => {
  it('are judged: the output of a tool, newer and older, and withdrawn', async () => {
    const backend = await setUp(databaseId);
    const unknown = await outcomeIs(
      backend,
      'code.review-protected',
      'unknown',
    );
    expect(unknown.unknownReason).toBe('no_data');

    const first = await backend.push<FactPushResult>(
      `${SOURCE}?entityRef=Component:Default/API`,
      output(ago(2), 8),
    );
    expect(first).toEqual({
      status: 200,
      body: {
        source: 'openssf-scorecard',
        received: 1,
        changed: 1,
        unchanged: 0,
        older: [],
        unknownEntities: [],
      },
    });
    expectToMatchOpenApi('FactPushResult', first.body);
    const passed = await outcomeIs(backend, 'code.review-protected', 'pass');
    expect(passed).toMatchObject({
      evidenceAt: expect.any(String),
      staleAt: expect.any(String),
      evidence: expect.arrayContaining([
        {
          fact: 'openssf_scorecard.checks.branchProtection.score',
          title: 'Score',
          value: 8,
        },
      ]),
    });
    // What the tool did not run is no pass.
    await outcomeIs(backend, 'build.workflow-hardened', 'unknown');

    const newer = {
      items: [{ entityRef: API, facts: facts(3), observedAt: ago(1) }],
    };
    expect(
      (await backend.push<FactPushResult>(SOURCE, newer)).body,
    ).toMatchObject({
      changed: 1,
    });
    await outcomeIs(backend, 'code.review-protected', 'fail');
    const dirtyBefore = await backend.database('dirty_entities');
    expect(dirtyBefore).toEqual([]);
    expect(
      (await backend.push<FactPushResult>(SOURCE, newer)).body,
    ).toMatchObject({
      changed: 0,
      unchanged: 1,
    });
    const older = await backend.push<FactPushResult>(
      `${SOURCE}?entityRef=${API}`,
      output(ago(3), 10),
    );
    expect(older.body).toMatchObject({
      changed: 0,
      older: [{ entityRef: API, newestObservedAt: newer.items[0].observedAt }],
    });
    expect(await backend.database('dirty_entities')).toEqual([]);

    await backend.push(SOURCE, {
      items: [{ entityRef: API, facts: null, observedAt: ago(0) }],
    });
    await outcomeIs(backend, 'code.review-protected', 'unknown');
    expect(backend.audited()).toContainEqual(
      expect.objectContaining({
        eventId: 'facts-push',
        meta: { source: 'openssf-scorecard' },
      }),
    );
  });

  it('are stored all or nothing, and say what is wrong by item and field', async () => {
    const backend = await setUp(databaseId);
    const item = { entityRef: API, facts: facts(8), observedAt: ago(1) };
    const wrong = facts(8);
    wrong.checks.branchProtection.score = 11;
    const { body, status } = await backend.push<{
      error: { message: string; problems: unknown[] };
    }>(SOURCE, {
      items: [
        item,
        { ...item, entityRef: 'component:default/other', facts: wrong },
        { ...item },
        { ...item, entityRef: 'payments' },
        {
          ...item,
          entityRef: 'component:default/late',
          observedAt: ago(-2),
        },
      ],
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain(
      'items.1.facts.checks.branchProtection.score: must be <= 10',
    );
    expect(body.error.problems).toEqual([
      expect.objectContaining({
        item: 1,
        field: 'facts.checks.branchProtection.score',
      }),
      expect.objectContaining({ item: 2, field: 'entityRef' }),
      expect.objectContaining({ item: 3, field: 'entityRef' }),
      expect.objectContaining({ item: 4, field: 'observedAt' }),
    ]);
    expect(
      await backend.database('facts').where('source', 'openssf-scorecard'),
    ).toEqual([]);
    for (const bad of [
      {},
      { items: [] },
      { items: Array.from({ length: 1_001 }, () => item) },
      { items: [item], more: 1 },
    ]) {
      expect((await backend.push(SOURCE, bad)).status).toBe(400);
    }
    expect(
      (await backend.push(`${SOURCE}?entityRef=${API}`, { items: [item] }))
        .status,
    ).toBe(400);
    expect(
      (await backend.push(SOURCE, { items: 'x'.repeat(6_000_000) })).status,
    ).toBe(413);
  });

  it('of an entity that the catalog does not know are kept until it does', async () => {
    const backend = await setUp(databaseId);
    const late = 'component:default/late';
    const { body } = await backend.push<FactPushResult>(SOURCE, {
      items: [
        { entityRef: API, facts: facts(8), observedAt: ago(1) },
        { entityRef: late, facts: facts(8), observedAt: ago(1) },
      ],
    });
    expect(body).toMatchObject({ changed: 2, unknownEntities: [late] });
    await outcomeIs(backend, 'code.review-protected', 'pass');
    expect(
      await backend.database('facts').where({ entity_ref: late }),
    ).toHaveLength(1);
  });

  it('are unknown once they are older than they count', async () => {
    const backend = await setUp(databaseId);
    await backend.push(`${SOURCE}?entityRef=${API}`, output(ago(31), 8));
    const stale = await until(async () => {
      const check = await outcomeIs(
        backend,
        'code.review-protected',
        'unknown',
      );
      return check.unknownReason === 'stale' && check;
    });
    expect(stale.reason).toContain('out of date');
  });
});

describe('who may push facts', () => {
  it('is a token with the permission, and of those named only', async () => {
    const backend = await setUp('SQLITE_3', ['external:scorecard-runner']);
    const body = output(ago(1), 8);
    const path = `${SOURCE}?entityRef=${API}`;
    expect((await backend.push(path, body)).status).toBe(403);
    expect(
      (await backend.push(path, body, 'external:scorecard-runner')).status,
    ).toBe(200);
    backend.access.factsWrite = false;
    expect(
      (await backend.push(path, body, 'external:scorecard-runner')).status,
    ).toBe(403);
    expect((await backend.push('/facts/nowhere', body)).status).toBe(403);
    backend.access.factsWrite = true;
    expect((await backend.push('/facts/nowhere', body)).status).toBe(404);
  });

  it('is no person who is not named, and the source waits where it is off', async () => {
    const on = await setUp('SQLITE_3');
    const path = `${SOURCE}?entityRef=${API}`;
    expect((await on.push(path, output(ago(1), 8), 'user')).status).toBe(403);

    const off = await setUpBackend(databases, 'SQLITE_3', [
      group('payments'),
      component('api'),
    ]);
    expect((await off.push(path, output(ago(1), 8))).status).toBe(404);
    const { body } = await off.get<ScorecardDefinitions>('/definitions');
    expect(body.scorecards[1]).toMatchObject({
      id: 'secure-delivery',
      waitingFor: expect.arrayContaining(['openssf-scorecard', 'reviews']),
    });
  });
});
