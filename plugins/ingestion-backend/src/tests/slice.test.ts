import { TestDatabases } from '@backstage/backend-test-utils';
import { sarif } from './__testUtils__/sarif';
import {
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('from report to finding, %s', id => {
  let ingestion: TestIngestion;

  beforeEach(async () => {
    ingestion = await startIngestion(await databases.init(id));
  });
  afterEach(async () => {
    await ingestion.stop();
  });

  it('receives, parses, stores and shows findings', async () => {
    const receipt = await ingestion.submit(
      sarif([
        { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' },
        { rule: 'xss', path: 'src/b.ts', line: 7, snippet: 'html(x)' },
      ]),
      { commit: 'a1b2c3d4', ref: 'main' },
    );
    expect(receipt).toMatchObject({
      status: 'processed',
      applied: true,
      format: 'sarif-2.1.0',
      tool: 'CodeQL',
      counts: { reported: 2, new: 2, unchanged: 0, resolved: 0 },
    });

    const list = await ingestion.get('/findings', { entityRef: ENTITY_REF });
    expect(list.status).toBe(200);
    expect(list.body).toMatchObject({ totalItems: 2, pageInfo: {} });
    expect(list.body.items[0]).toMatchObject({
      entityRef: ENTITY_REF,
      severity: 'high',
      status: 'open',
      tools: ['CodeQL'],
      overdue: false,
    });

    const detail = await ingestion.get(`/findings/${list.body.items[0].id}`);
    expect(detail.status).toBe(200);
    expect(detail.body.locations[0].sourceUrl).toMatch(
      /^https:\/\/github\.com\/larkhill\/payments\/blob\/a1b2c3d4\/src/,
    );
    expect(detail.body.history[0]).toMatchObject({
      kind: 'opened',
      reportId: receipt.reportId,
    });
    expect(await ingestion.summary()).toMatchObject({
      open: { critical: 0, high: 2, medium: 0, low: 0, info: 0 },
      hasReports: true,
    });
  });

  it('resolves, reopens, and keeps what moved', async () => {
    const a = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
    const b = { rule: 'xss', path: 'src/b.ts', line: 7, snippet: 'html(x)' };
    await ingestion.submit(sarif([a, b]));
    const moved = await ingestion.submit(sarif([{ ...a, line: 30 }]));
    expect(moved.counts).toMatchObject({ new: 0, updated: 1, resolved: 1 });
    const back = await ingestion.submit(sarif([b, { ...a, line: 30 }]));
    expect(back.counts).toMatchObject({ new: 0, unchanged: 1, reopened: 1 });
    const again = await ingestion.submit(sarif([{ ...a, line: 30 }, b]));
    expect(again.counts).toMatchObject({ unchanged: 2, new: 0, reopened: 0 });
    const all = await ingestion.get('/findings', { status: 'all' });
    expect(all.body.totalItems).toBe(2);
  });

  it('rejects what it cannot read, and says where', async () => {
    const receipt = await ingestion.submit('{"version":"2.1.0","runs":"x"}', {
      format: 'sarif-2.1.0',
    });
    expect(receipt).toMatchObject({
      status: 'rejected',
      applied: false,
      error: { message: expect.any(String) },
    });
  });
});
