import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  Finding,
  FindingFacets,
  FindingGroup,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { packages } from './__testUtils__/packages';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const LEDGER = 'component:default/ledger';

const ADVISORIES = packages([
  { id: 'CVE-2026-1', name: 'netty', version: '4.1.94', fixed: '4.1.100' },
  {
    id: 'CVE-2026-2',
    name: 'netty',
    version: '4.1.94',
    fixed: '4.1.118',
    severity: 'CRITICAL',
    title: '=HYPERLINK("https://evil.example")',
  },
  { id: 'CVE-2026-3', name: 'openssl', version: '3.0.11', severity: 'HIGH' },
  {
    id: 'CVE-2026-4',
    name: 'openssl',
    version: '3.0.11',
    fixed: '3.0.12',
    severity: 'HIGH',
  },
]);

const SSRF = { rule: 'java/ssrf', path: 'src/a.java', line: 1, snippet: 'a()' };

const CODE = sarif([
  SSRF,
  { rule: 'java/ssrf', path: 'src/b.java', line: 2, snippet: 'b()' },
  {
    rule: 'java/xss',
    path: 'src/c.java',
    line: 3,
    snippet: 'c()',
    severity: '2.0',
  },
]);

describe.each(databases.eachSupportedId())('views of findings, %s', id => {
  let ingestion: TestIngestion;

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
    });
    await ingestion.submit(ADVISORIES);
    await ingestion.submit(CODE);
    await ingestion.submit(sarif([SSRF]), { environment: 'prod' });
    await ingestion.submit(
      sarif([{ rule: 'java/sqli', path: 'src/x.java', line: 1 }]),
      { entityRef: LEDGER },
    );
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  const ask = async <T>(path: string, query: Record<string, string> = {}) => {
    const response = await ingestion.get(path, query);
    expect(response.body.error).toBeUndefined();
    expect(response.status).toBe(200);
    return response.body as T;
  };
  const groups = (query: Record<string, string> = {}) =>
    ask<Page<FindingGroup>>('/findings/groups', {
      entityRef: ENTITY_REF,
      ...query,
    });
  const facets = (query: Record<string, string> = {}) =>
    ask<FindingFacets>('/findings/facets', query);

  it('groups by package and rule, the most pressing first', async () => {
    const page = await groups();
    expect(page).toMatchObject({ totalItems: 4, pageInfo: {} });
    expect(page.items).toMatchObject([
      {
        cause: 'package',
        name: 'netty',
        version: '4.1.94',
        type: 'sca',
        count: 2,
        rules: 2,
        bySeverity: { critical: 1, high: 0, medium: 1 },
        fixedVersion: '4.1.118',
        withoutFix: 0,
      },
      {
        cause: 'package',
        name: 'openssl',
        count: 2,
        bySeverity: { high: 2 },
      },
      { cause: 'rule', name: 'java/ssrf', type: 'sast', count: 2, rules: 1 },
      { cause: 'rule', name: 'java/xss', bySeverity: { low: 1 } },
    ]);
    const [netty, openssl] = page.items;
    expect(openssl.fixedVersion).toBeUndefined();
    expect(Date.parse(netty.nextDueAt ?? '')).toBeGreaterThan(Date.now());
  });

  it('pages through groups, and narrows the list to each', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await groups({ limit: '1', ...(cursor && { cursor }) });
      expect(page.totalItems).toBe(4);
      for (const group of page.items) {
        seen.push(group.name);
        const list = await ask<Page<Finding>>('/findings', {
          entityRef: ENTITY_REF,
          group: group.id,
        });
        expect(list.totalItems).toBe(group.count);
        expect(
          list.items.every(item =>
            group.cause === 'package'
              ? item.component?.name === group.name
              : item.ruleId === group.name,
          ),
        ).toBe(true);
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['netty', 'openssl', 'java/ssrf', 'java/xss']);
  });

  it('groups what a filter leaves', async () => {
    expect((await groups({ severity: 'critical' })).items).toMatchObject([
      { name: 'netty', count: 1, fixedVersion: '4.1.118' },
    ]);
    expect((await groups({ type: 'sast' })).totalItems).toBe(2);
    expect((await groups({ status: 'resolved' })).totalItems).toBe(0);
    expect((await groups({ status: 'all', q: 'openssl' })).totalItems).toBe(1);
  });

  it('counts for the choices of a filter', async () => {
    expect(await facets({ entityRef: ENTITY_REF })).toMatchObject({
      severity: { critical: 1, high: 4, medium: 1, low: 1, info: 0 },
      status: { open: 7, resolved: 0, dismissed: 0, risk_accepted: 0 },
      type: { sca: 4, sast: 3, dast: 0 },
      tools: [
        { tool: 'Trivy', count: 4 },
        { tool: 'CodeQL', count: 3 },
      ],
    });
    const narrowed = await facets({
      entityRef: ENTITY_REF,
      severity: 'high',
      tool: 'CodeQL',
    });
    expect(narrowed).toMatchObject({
      severity: { critical: 0, high: 2, low: 1 },
      type: { sca: 0, sast: 2 },
      tools: [
        { tool: 'CodeQL', count: 2 },
        { tool: 'Trivy', count: 2 },
      ],
    });
    expect((await facets()).type.sast).toBe(4);
    expect(narrowed.isLowerBound).toBeUndefined();
  });

  it('tells where findings of an entity are seen, and lists them', async () => {
    const entityRef = ENTITY_REF;
    const everywhere = await facets({ entityRef, severity: 'high' });
    const inProd = [{ environment: 'prod', count: 1 }];
    expect(everywhere.environments).toEqual(inProd);
    expect((await facets()).environments).toEqual([]);
    const prod = { entityRef, environment: 'prod' };
    const list = await ask<Page<Finding>>('/findings', prod);
    expect(list.items).toMatchObject([{ ruleId: 'java/ssrf' }]);
    expect((await groups(prod)).totalItems).toBe(1);
    expect(await facets(prod)).toMatchObject({
      type: { sast: 1, sca: 0 },
      environments: inProd,
    });
    const none = { ...prod, tool: 'Trivy' };
    expect((await ask<Page<Finding>>('/findings', none)).items).toEqual([]);
  });

  it('agrees about due dates with the list', async () => {
    const { due } = await facets({ entityRef: ENTITY_REF });
    for (const [word, count] of Object.entries(due)) {
      const list = await ask<Page<Finding>>('/findings', {
        entityRef: ENTITY_REF,
        due: word,
      });
      expect({ word, count: list.totalItems }).toEqual({ word, count });
    }
    expect(due).toMatchObject({ within7Days: 1, later: 6 });
  });

  it('exports what the list shows', async () => {
    const list = await ask<Page<Finding>>('/findings');
    const json = await ingestion.get('/findings/export', { format: 'json' });
    expect(json.body).toEqual(list.items);
    expect(json.headers['content-disposition']).toBe(
      'attachment; filename="findings.json"',
    );
    const csv = await ingestion.get('/findings/export', {
      format: 'csv',
      entityRef: ENTITY_REF,
      severity: 'critical',
    });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain(
      'findings-component-default-payments-api.csv',
    );
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"\'=HYPERLINK(""https://evil.example"")"');
  });

  it('refuses what it does not know', async () => {
    for (const [path, query, name] of [
      ['/findings/groups', {}, 'entityRef'],
      ['/findings/groups', { entityRef: ENTITY_REF, cursor: 'x' }, 'cursor'],
      ['/findings/groups', { entityRef: ENTITY_REF, orderBy: 'x' }, 'orderBy'],
      ['/findings/facets', { due: 'soon' }, 'due'],
      ['/findings/facets', { limit: '1' }, 'limit'],
      ['/findings/export', { format: 'xml' }, 'format'],
      ['/findings/export', { format: 'csv', group: 'x' }, 'group'],
      ['/findings', { group: 'WyJhIl0' }, 'group'],
      ['/findings', { environment: 'prod' }, 'environment'],
    ] as [string, Record<string, string>, string][]) {
      const response = await ingestion.get(path, query);
      expect({ path, status: response.status }).toEqual({ path, status: 400 });
      expect(response.body.error.details).toEqual({ path: `query.${name}` });
    }
  });

  it('shows people what they may see, and whether they may triage it', async () => {
    const user = mockCredentials.user.header();
    const read = (path: string) =>
      ingestion.api.get(`/api/ingestion${path}`).set('authorization', user);
    const all = await read('/findings/facets');
    expect(all.body.status.open).toBe(7);
    const foreign = `entityRef=${encodeURIComponent(LEDGER)}`;
    const facetsOfForeign = await read(`/findings/facets?${foreign}`);
    expect(facetsOfForeign.body).toMatchObject({
      status: { open: 0 },
      tools: [],
    });
    expect((await read(`/findings/groups?${foreign}`)).body.items).toEqual([]);
    const file = await read(`/findings/export?format=json&${foreign}`);
    expect(file.body).toEqual([]);
    const own = await read('/findings');
    expect(own.body.items).toHaveLength(7);
    expect(own.body.items.every((item: Finding) => item.mayTriage)).toBe(true);
    const none = mockCredentials.none.header();
    for (const path of [
      '/findings/groups',
      '/findings/facets',
      '/findings/export',
    ]) {
      const response = await ingestion.api
        .get(`/api/ingestion${path}`)
        .set('authorization', none);
      expect(response.status).toBe(401);
    }
  });
});
