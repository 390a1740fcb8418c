import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  Finding,
  FindingFacets,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { TriageSteps } from './__testUtils__/triageSteps';
import { until } from './__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const LEDGER = 'component:default/ledger';

function within(
  kind: string,
  name: string,
  relations: Entity['relations'] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations,
  };
}

function partOf(entity: Entity, targetRef: string): Entity {
  return {
    ...entity,
    relations: [...(entity.relations ?? []), { type: 'partOf', targetRef }],
  };
}

const ENTITIES = [
  partOf(component('payments-api'), 'system:default/clearing'),
  component('ledger', { owner: 'group:default/ledger' }),
  partOf(within('System', 'clearing'), 'domain:default/payments'),
  partOf(within('Domain', 'payments'), 'domain:default/bank'),
  within('Domain', 'bank'),
  within('Group', 'payments', [
    { type: 'childOf', targetRef: 'group:default/division' },
  ]),
  within('Group', 'ledger', [
    { type: 'childOf', targetRef: 'group:default/division' },
  ]),
  within('Group', 'division'),
];

function rules(...names: string[]) {
  return sarif(
    names.map((rule, index) => ({
      rule,
      path: `src/${rule}.ts`,
      line: index + 1,
      snippet: `${rule}()`,
      severity: '5.0',
    })),
  );
}

describe.each(databases.eachSupportedId())('filters of findings, %s', id => {
  let ingestion: TestIngestion;

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: ENTITIES,
    });
    const scans = [
      ['2026-09-10T10:00:00Z', ['old', 'mended']],
      ['2026-10-01T00:00:00Z', ['old', 'mended', 'begin']],
      ['2026-10-31T23:59:59Z', ['old', 'begin', 'end']],
      ['2026-11-02T10:00:00Z', ['begin', 'end', 'late']],
    ] as const;
    for (const [startedAt, names] of scans) {
      await ingestion.submit(rules(...names), { startedAt });
    }
    await ingestion.submit(rules('foreign'), {
      entityRef: LEDGER,
      startedAt: '2026-10-15T10:00:00Z',
    });
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  const ask = async <T>(path: string, query: Record<string, string> = {}) => {
    const response = await ingestion.get(path, query);
    expect(response.body.error).toBeUndefined();
    return response.body as T;
  };
  const rulesOf = async (query: Record<string, string>) => {
    const page = await ask<Page<Finding>>('/findings', query);
    expect(page.totalItems).toBe(page.items.length);
    return page.items.map(({ ruleId }) => ruleId).sort();
  };
  const OCTOBER = { firstSeenFrom: '2026-10-01', firstSeenTo: '2026-10-31' };

  it('finds what was first seen on some days, or between times', async () => {
    expect(await rulesOf(OCTOBER)).toEqual(['begin', 'end', 'foreign']);
    expect(
      await rulesOf({
        firstSeenFrom: '2026-10-01T00:00:01Z',
        firstSeenTo: '2026-10-31T23:59:59Z',
      }),
    ).toEqual(['foreign']);
    expect(await rulesOf({ firstSeenFrom: '2026-11-01' })).toEqual(['late']);
    expect(await rulesOf({ firstSeenTo: '2026-09-30', status: 'all' })).toEqual(
      ['mended', 'old'],
    );
  });

  it('finds what was resolved then, whatever else is asked for', async () => {
    const resolvedTo = '2026-10-31';
    expect(await rulesOf({ resolvedTo })).toEqual(['mended']);
    expect(await rulesOf({ resolvedTo, status: 'all' })).toEqual(['mended']);
    expect(await rulesOf({ resolvedTo, status: 'open' })).toEqual([]);
    expect(await rulesOf({ resolvedFrom: '2026-11-01' })).toEqual(['old']);
    const facets = await ask<FindingFacets>('/findings/facets', { resolvedTo });
    expect(facets.status).toMatchObject({ open: 0, resolved: 1 });
    expect(facets.severity.medium).toBe(1);
  });

  it.each(['suggested', 'severity', 'firstSeenAt', 'dueAt'])(
    'pages through a time by %s',
    async orderBy => {
      const query = { ...OCTOBER, orderBy };
      const whole = await ask<Page<Finding>>('/findings', query);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: Page<Finding> = await ask('/findings', {
          ...query,
          limit: '1',
          ...(cursor && { cursor }),
        });
        seen.push(...page.items.map(item => item.id));
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole.items.map(item => item.id));
      expect(seen).toHaveLength(3);
    },
  );

  it('finds what belongs to a scope, with what is below it', async () => {
    const own = ['begin', 'end', 'late'];
    const division = { scopeRef: 'group:default/division' };
    await until(async () => (await rulesOf(division)).length === 4);
    expect(await rulesOf(division)).toEqual([
      'begin',
      'end',
      'foreign',
      'late',
    ]);
    for (const scopeRef of [
      'domain:default/bank',
      'system:default/clearing',
      'domain:default/payments',
      'group:default/payments',
    ]) {
      expect(await rulesOf({ scopeRef })).toEqual(own);
      const facets = await ask<FindingFacets>('/findings/facets', { scopeRef });
      expect(facets.status).toMatchObject({ open: 3, resolved: 2 });
      expect(facets.tools).toEqual([{ tool: 'CodeQL', count: 3 }]);
    }
    expect(
      await rulesOf({ scopeRef: 'group:default/division', ...OCTOBER }),
    ).toEqual(['begin', 'end', 'foreign']);
    expect(
      await rulesOf({ scopeRef: 'system:default/clearing', entityRef: LEDGER }),
    ).toEqual([]);
    expect(await rulesOf({ scopeRef: 'system:default/none' })).toEqual([]);
  });

  it('shows people nothing more than what they may see', async () => {
    const user = mockCredentials.user.header();
    const read = async (path: string) =>
      (
        await ingestion.api
          .get(`/api/ingestion${path}?scopeRef=group:default/division`)
          .set('authorization', user)
      ).body;
    expect((await read('/findings')).totalItems).toBe(3);
    expect((await read('/findings/facets')).status.open).toBe(3);
  });

  it('finds what a person set the severity of', async () => {
    expect(await rulesOf({ adjusted: 'true' })).toEqual([]);
    const steps = new TriageSteps(ingestion);
    const late = (await steps.idsByRule()).get('late')!;
    await steps.act('user:default/ann', {
      ids: [late],
      action: 'adjustSeverity',
      severity: 'critical',
      text: 'it faces the internet',
    });
    expect(await rulesOf({ adjusted: 'true' })).toEqual(['late']);
    expect(
      (await ask<FindingFacets>('/findings/facets', { adjusted: 'true' }))
        .severity,
    ).toMatchObject({ critical: 1, medium: 0 });
    const groups = await ask<Page<unknown>>('/findings/groups', {
      entityRef: ENTITY_REF,
      adjusted: 'true',
    });
    expect(groups.totalItems).toBe(1);
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      { scopeRef: 'component:default/ledger' },
      { scopeRef: 'nothing' },
      { firstSeenFrom: 'yesterday' },
      { firstSeenTo: '2026-02-31' },
      { resolvedFrom: '2026-11-01T00:00:00' },
      { resolvedTo: '2026-10-01', resolvedFrom: '2026-10-02' },
      { adjusted: 'false' },
    ] as Record<string, string>[]) {
      const response = await ingestion.get('/findings', query);
      expect({ query, status: response.status }).toEqual({
        query,
        status: 400,
      });
      const [name] = Object.keys(query);
      expect(response.body.error.details).toEqual({ path: `query.${name}` });
    }
  });
});
