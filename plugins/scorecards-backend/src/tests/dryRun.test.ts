import { TestDatabases } from '@backstage/backend-test-utils';
import { DryRun } from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const STRICTER = `
kind: check
id: plan.owner-group
version: 9
title: Owned by nobody
stage: plan
weight: high
effort: S
waivable: false
rationale: A test.
action: Nothing.
remediation: Nothing.
noDataBecause: Nothing is known.
passWhen: catalog.owner.kind == "nobody"
passBecause: Nobody owns it.
failBecause: Somebody owns it.
evidence: [catalog.owner.ref]
`;

describe.each(databases.eachSupportedId())('dry runs on %s', databaseId => {
  async function setUp() {
    const backend = await setUpBackend(databases, databaseId, [
      group('payments'),
      component('api'),
      component('web'),
    ]);
    await backend.ingestion.publish('api', allScans());
    await until(async () => {
      const rows = await backend.database('entity_scores').where({
        scorecard_id: 'essentials',
      });
      return rows.length === 2 && rows.some(row => row.level === 'silver');
    });
    const dryRun = async (text: string) => {
      const answer = await backend.send<DryRun>(
        'post',
        '/definitions/dry-run',
        { text },
      );
      return answer;
    };
    return { ...backend, dryRun };
  }

  it('says who would change level, and stores nothing', async () => {
    const backend = await setUp();
    const before = await backend.database('definitions').select('id');
    const { body, status } = await backend.dryRun(STRICTER);
    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
    expectToMatchOpenApi('DryRun', body);
    const essentials = body.scorecards.find(({ id }) => id === 'essentials')!;
    expect(essentials).toMatchObject({
      version: essentials.activeVersion! + 1,
      entities: 2,
      before: { silver: 1 },
      after: { silver: 0 },
      lowered: 1,
      raised: 0,
      changes: [
        {
          entityRef: 'component:default/api',
          from: 'silver',
          to: 'none',
          blockedBy: ['Owned by nobody'],
        },
      ],
    });
    expect(await backend.database('definitions').select('id')).toEqual(before);
  });

  it('tells faults by line, and evaluates nothing then', async () => {
    const backend = await setUp();
    const { body } = await backend.dryRun(
      STRICTER.replace('catalog.owner.kind ==', 'catalog.nothing =='),
    );
    expect(body.scorecards).toEqual([]);
    expect(body.problems).toEqual([
      expect.objectContaining({
        file: 'draft.yaml',
        line: 14,
        path: 'passWhen',
      }),
    ]);
    const known = await backend.dryRun(
      STRICTER.replace('version: 9', 'version: 1'),
    );
    expect(known.body.problems).toEqual([
      expect.objectContaining({ line: 4, path: 'version' }),
    ]);
  });

  it('tells nothing of what is not open to the caller, in no number either', async () => {
    const backend = await setUp();
    const oracle = STRICTER.replace(
      'catalog.owner.kind == "nobody"',
      'ingestion.open.secret.high == 0',
    );
    backend.access.evidence = 'none';
    const { body: nothing } = await backend.dryRun(oracle);
    expectToMatchOpenApi('DryRun', nothing);
    expect(nothing.withheld).toBe(2);
    for (const scorecard of nothing.scorecards) {
      expect(scorecard).toMatchObject({
        entities: 0,
        lowered: 0,
        raised: 0,
        target: { met: 0, total: 0 },
        changes: [],
      });
      expect(Object.values(scorecard.before)).toEqual([0, 0, 0, 0, 0, 0]);
    }
    backend.access.evidence = { claims: ['group:default/payments'] };
    const { body: own } = await backend.dryRun(oracle);
    expect(own.withheld).toBeUndefined();
    expect(own.scorecards[0].entities).toBe(2);
  });

  it('is for those who manage definitions', async () => {
    const backend = await setUp();
    expect((await backend.dryRun('')).status).toBe(400);
    backend.access.denied = ['scorecards.definitions.manage'];
    expect((await backend.dryRun(STRICTER)).status).toBe(403);
  });
});
