import { TestDatabases } from '@backstage/backend-test-utils';
import { sarif } from './__testUtils__/sarif';
import { trivy } from './__testUtils__/trivy';
import {
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const A = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
const B = { rule: 'xss', path: 'src/b.ts', line: 7, snippet: 'html(x)' };
const C = { rule: 'ssrf', path: 'src/c.ts', line: 9, snippet: 'fetch(x)' };

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}

describe.each(databases.eachSupportedId())('scans, %s', id => {
  let ingestion: TestIngestion;

  beforeEach(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        component('payments-api'),
        component('ledger', {
          annotations: {
            'synchrony.io/criticality': 'tier-1',
            'synchrony.io/exposure': 'internet',
          },
        }),
      ],
    });
  });
  afterEach(async () => {
    await ingestion.stop();
  });

  it('processes an older report without applying it', async () => {
    await ingestion.submit(sarif([A]), { startedAt: daysAgo(1) });
    const older = await ingestion.submit(sarif([B]), { startedAt: daysAgo(2) });
    expect(older).toMatchObject({
      status: 'processed',
      applied: false,
      reason: 'older',
    });
    expect((await ingestion.summary()).open.high).toBe(1);
  });

  it('resolves nothing by a partial scan', async () => {
    await ingestion.submit(sarif([A, B]));
    const partial = await ingestion.submit(sarif([C]), { complete: 'false' });
    expect(partial).toMatchObject({
      applied: true,
      complete: false,
      counts: { new: 1, resolved: 0 },
    });
    const complete = await ingestion.submit(sarif([A, B]), { category: 'x' });
    expect(complete.counts).toMatchObject({ resolved: 0 });
    const again = await ingestion.submit(sarif([A, B]), { commit: 'a1b2c3d4' });
    expect(again.counts).toMatchObject({
      unchanged: 2,
      resolved: 1,
    });
  });

  it('keeps related places beside a finding, never as part of it', async () => {
    const first = await ingestion.submit(sarif([A]));
    expect(first.counts).toMatchObject({ new: 1 });
    const explained = { ...A, related: 'user-provided value' };
    const second = await ingestion.submit(sarif([explained]));
    expect(second.counts).toMatchObject({ new: 0, updated: 1, resolved: 0 });
    const [{ id: finding }] = (await ingestion.get('/findings')).body.items;
    const read = async () => (await ingestion.get(`/findings/${finding}`)).body;
    const detail = await read();
    expect(detail).toMatchObject({
      locationCount: 1,
      locations: [{ path: 'src/a.ts' }],
      related: [
        {
          path: 'src/source.ts',
          startLine: 2,
          role: 'related',
          message: 'user-provided value',
        },
      ],
    });
    expect(detail.locations).toHaveLength(1);
    const same = await ingestion.submit(sarif([explained, B]));
    expect(same.counts).toMatchObject({ new: 1, updated: 0, unchanged: 1 });
    await ingestion.submit(sarif([A, B]));
    expect((await read()).related).toBeUndefined();
  });

  it('tells tools, categories and environments apart', async () => {
    await ingestion.submit(sarif([A]), { category: 'api' });
    const web = await ingestion.submit(sarif([B]), { category: 'web' });
    expect(web.counts).toMatchObject({ new: 1, resolved: 0 });
    const other = await ingestion.submit(sarif([C], { tool: 'Semgrep' }));
    expect(other.counts).toMatchObject({ new: 1, resolved: 0 });
    const stage = await ingestion.submit(sarif([]), {
      category: 'api',
      environment: 'stage',
    });
    expect(stage.counts).toMatchObject({ resolved: 0 });
    const api = await ingestion.submit(sarif([]), { category: 'api' });
    expect(api.counts).toMatchObject({ resolved: 1 });
  });

  it('resolves only what no scope sees any more', async () => {
    await ingestion.submit(sarif([A]), { category: 'api' });
    await ingestion.submit(sarif([A]), { category: 'web' });
    const first = await ingestion.submit(sarif([]), { category: 'api' });
    expect(first.counts).toMatchObject({ resolved: 0 });
    const last = await ingestion.submit(sarif([]), { category: 'web' });
    expect(last.counts).toMatchObject({ resolved: 1 });
  });

  it('resolves only what a report with a part of the scanners looked for', async () => {
    await ingestion.submit(trivy(['lang-pkgs', 'config']));
    const [config, packages, clean] = [
      await ingestion.submit(trivy(['config'], { fixed: true })),
      await ingestion.submit(trivy(['lang-pkgs'])),
      await ingestion.submit(trivy(['lang-pkgs'], { fixed: true })),
    ];
    expect(config.counts).toMatchObject({ resolved: 1 });
    expect(packages.counts).toMatchObject({ unchanged: 1, resolved: 0 });
    expect(clean.counts).toMatchObject({ resolved: 1 });
  });

  it('takes a clean report of other scanners for another one', async () => {
    await ingestion.submit(trivy(['lang-pkgs']));
    await ingestion.submit(trivy(['config'], { fixed: true }));
    const clean = await ingestion.submit(trivy(['lang-pkgs'], { fixed: true }));
    expect(clean.counts).toMatchObject({ resolved: 1 });
  });

  it('keeps branches out of what counts', async () => {
    await ingestion.submit(sarif([A]), { ref: 'main' });
    const branch = await ingestion.submit(sarif([A, B]), { ref: 'feature' });
    expect(branch.counts).toMatchObject({ new: 1, unchanged: 1 });
    expect((await ingestion.summary()).open.high).toBe(1);
    const list = await ingestion.get('/findings', {
      entityRef: ENTITY_REF,
      ref: 'feature',
    });
    expect(list.body.totalItems).toBe(2);
    const merged = await ingestion.submit(sarif([A, B]), {
      ref: 'refs/heads/main',
    });
    expect(merged.counts).toMatchObject({ new: 1, unchanged: 1 });
    expect((await ingestion.summary()).open.high).toBe(2);
  });

  it('advances freshness by an unchanged scan without parsing', async () => {
    const first = await ingestion.submit(sarif([A, B]), {
      startedAt: daysAgo(3),
    });
    const second = await ingestion.submit(sarif([A, B]), {
      startedAt: daysAgo(1),
    });
    expect(second.reportId).not.toBe(first.reportId);
    expect(second).toMatchObject({
      status: 'processed',
      applied: true,
      tool: 'CodeQL',
      counts: { reported: 2, unchanged: 2, new: 0 },
    });
    const { items } = (await ingestion.get('/findings')).body;
    expect(items).toHaveLength(2);
    for (const item of items) {
      expect(Date.parse(item.lastSeenAt)).toBe(
        Date.parse(second.scannedAt ?? ''),
      );
      expect(Date.parse(item.firstSeenAt)).toBe(
        Date.parse(first.scannedAt ?? ''),
      );
    }
  });

  it('takes two runs of one tool for one scan', async () => {
    const two = JSON.parse(sarif([A]));
    two.runs.push(...JSON.parse(sarif([B])).runs);
    const receipt = await ingestion.submit(JSON.stringify(two));
    expect(receipt.counts).toMatchObject({ new: 2, resolved: 0 });
    const override = JSON.parse(sarif([A], { tool: 'One' }));
    override.runs.push(...JSON.parse(sarif([B], { tool: 'Two' })).runs);
    const joined = await ingestion.submit(JSON.stringify(override), {
      tool: 'Mine',
    });
    expect(joined).toMatchObject({
      tool: 'Mine',
      counts: { reported: 2, resolved: 0 },
    });
  });

  it('tells what became worse, and when it is due', async () => {
    const entityRef = 'component:default/ledger';
    const query = { entityRef, startedAt: daysAgo(10) };
    await ingestion.submit(sarif([{ ...A, severity: '5.0' }]), query);
    await ingestion.submit(sarif([{ ...A, severity: '8.0' }]), { entityRef });
    const { items } = (await ingestion.get('/findings', { entityRef })).body;
    const [item] = items;
    const days =
      (Date.parse(item.dueAt) - Date.parse(item.firstSeenAt)) / 86_400_000;
    expect(days).toBe(15);
    const detail = await ingestion.get(`/findings/${item.id}`);
    expect(
      detail.body.history.map((event: { note?: string }) => event.note),
    ).toEqual([undefined, 'severity medium → high']);
  });

  it('is overdue once the due date is past', async () => {
    await ingestion.submit(sarif([A, { ...B, severity: '9.5' }]), {
      startedAt: daysAgo(20),
    });
    const overdue = await ingestion.get('/findings', { overdue: 'true' });
    expect(overdue.body.items).toMatchObject([
      { ruleId: 'xss', severity: 'critical', overdue: true },
    ]);
    expect((await ingestion.summary()).overdue).toMatchObject({
      critical: 1,
      high: 0,
    });
  });

  it('notes suppressions in the source', async () => {
    await ingestion.submit(
      sarif([
        { ...A, suppressed: true },
        { ...B, severity: '2.0', suppressed: true },
      ]),
    );
    const open = await ingestion.get('/findings');
    expect(open.body.items).toMatchObject([{ ruleId: 'sqli', status: 'open' }]);
    const dismissed = await ingestion.get('/findings', { status: 'dismissed' });
    expect(dismissed.body.items).toMatchObject([{ ruleId: 'xss' }]);
    const detail = await ingestion.get(`/findings/${open.body.items[0].id}`);
    expect(detail.body.history[1]).toMatchObject({
      kind: 'suppressed',
      note: expect.stringContaining('second person'),
    });
    const lifted = await ingestion.submit(
      sarif([A, { ...B, severity: '2.0' }]),
    );
    expect(lifted.counts).toMatchObject({ updated: 2 });
    expect((await ingestion.get('/findings')).body.totalItems).toBe(2);
  });

  it('stores hostile text as text', async () => {
    const hostile = `"\\'{NULL},$1;--\u0000\ud800<script>alert(1)</script>`;
    const receipt = await ingestion.submit(
      sarif([
        {
          rule: `rule ${hostile}`,
          path: `src/${hostile}.ts`,
          line: 1,
          snippet: hostile,
          text: `text ${hostile}`,
        },
      ]),
      { tool: `tool "\\'{}` },
    );
    expect(receipt).toMatchObject({
      status: 'processed',
      tool: `tool "\\'{}`,
      counts: { new: 1 },
    });
    const list = await ingestion.get('/findings');
    expect(list.body.items[0].title).toContain(`"\\'{NULL},$1;--`);
    const detail = await ingestion.get(`/findings/${list.body.items[0].id}`);
    expect(detail.status).toBe(200);
    const moved = await ingestion.submit(
      sarif([
        {
          rule: `rule ${hostile}`,
          path: `lib/${hostile}.ts`,
          line: 9,
          snippet: hostile,
          text: `text ${hostile}`,
        },
      ]),
      { tool: `tool "\\'{}` },
    );
    expect(moved.counts).toMatchObject({ updated: 1, new: 0 });
  });

  it.each(['\u0000', '\ud800'])(
    'takes a branch and a commit that no database holds without what is no text (%j)',
    async none => {
      const report = JSON.parse(sarif([A], { tool: `Scan${none}ner` }));
      report.runs[0].versionControlProvenance = [
        {
          repositoryUri: 'https://git.example/a',
          branch: none,
          revisionId: `abc${none}`,
        },
      ];
      expect(await ingestion.submit(JSON.stringify(report))).toMatchObject({
        status: 'processed',
        counts: { new: 1 },
      });
    },
  );

  it('does not take an inventory for a scan', async () => {
    const receipt = await ingestion.submit(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        components: [{ type: 'library', name: 'left-pad', version: '1.0.0' }],
      }),
    );
    expect(receipt).toMatchObject({
      status: 'processed',
      applied: true,
      counts: { reported: 0, components: 1 },
    });
    const nothing = await ingestion.submit(
      JSON.stringify({ bomFormat: 'CycloneDX', components: [] }),
    );
    expect(nothing).toMatchObject({ applied: false, reason: 'inventory' });
    const { coverage } = await ingestion.summary();
    const states = new Set(coverage.map(({ state }) => state));
    expect(states).toEqual(new Set(['missing', 'not_applicable']));
  });
});
