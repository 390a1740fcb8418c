import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  Page,
  REPORT_OUTCOMES,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const A = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
const LEDGER = 'component:default/ledger';
const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())('lists of reports, %s', id => {
  let ingestion: TestIngestion;
  /** By what became of them. */
  const sent: Record<string, string> = {};

  beforeAll(async () => {
    const database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
    });
    const send = async (name: string, ...report: [string, object?]) => {
      const { reportId } = await ingestion.submit(report[0], { ...report[1] });
      sent[name] = reportId;
    };
    const startedAt = new Date(Date.now() - 60_000).toISOString();
    await send('processed', sarif([A]), { tool: 'Semgrep_OSS' });
    await send('not_applied', sarif([]), { tool: 'Semgrep_OSS', startedAt });
    await send('partial', sarif([A]), { complete: 'false', category: 'x' });
    await send('rejected', '{"runs":[', { format: 'sarif-2.1.0' });
    await send('foreign', sarif([A]), { entityRef: LEDGER });
    await send('quarantined', sarif([A]), {
      entityRef: 'component:default/not-there',
    });
    const long = Date.now() - 100 * DAY_MS;
    await database('reports')
      .where({ id: sent.partial })
      .update({ received_at: long });
    await database('reports')
      .where({ id: sent.not_applied })
      .update({ submitter: 'upload-token:4f' });
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  const listed = async (query: Record<string, string>) => {
    const response = await ingestion.get('/reports', query);
    expect(response.status).toBe(200);
    const page: Page<ReportReceipt> = response.body;
    expect(page.totalItems).toBe(page.items.length);
    return Object.keys(sent).filter(name =>
      page.items.some(item => item.reportId === sent[name]),
    );
  };

  it('narrow to what became of them', async () => {
    for (const outcome of REPORT_OUTCOMES) {
      const names = await listed({ outcome });
      expect(names).toEqual(
        outcome === 'processed'
          ? ['processed', 'foreign']
          : Object.keys(sent).filter(name => name === outcome),
      );
    }
    expect(await listed({ outcome: 'partial,rejected' })).toEqual([
      'partial',
      'rejected',
    ]);
  });

  it('narrow to a range of time and a kind of submitter', async () => {
    const since = new Date(Date.now() - DAY_MS).toISOString();
    expect(await listed({ since })).not.toContain('partial');
    expect(await listed({ until: since })).toEqual(['partial']);
    expect(await listed({ source: 'upload_token' })).toEqual(['not_applied']);
    expect(await listed({ source: 'service' })).not.toContain('not_applied');
    expect(await listed({ source: 'person' })).toEqual([]);
  });

  it('find text in entity, tool and submitter, of the last 90 days', async () => {
    expect(await listed({ q: 'LEDG' })).toEqual(['foreign']);
    expect(await listed({ q: 'semgrep_' })).toEqual([
      'processed',
      'not_applied',
    ]);
    expect(await listed({ q: 'token:4' })).toEqual(['not_applied']);
    expect(await listed({ q: 'component' })).toEqual([]);
    expect(await listed({ q: '%' })).toEqual([]);
    expect(await listed({ q: 'payments-api' })).not.toContain('partial');
    expect(
      await listed({ q: 'payments-api', since: '2020-01-01T00:00:00Z' }),
    ).toContain('partial');
  });

  it('page on while the range of time moves', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await ingestion.get('/reports', {
        limit: '2',
        outcome: 'processed,not_applied,rejected',
        since: new Date(Date.now() - DAY_MS).toISOString(),
        ...(cursor && { cursor }),
      });
      seen.push(...body.items.map((item: ReportReceipt) => item.reportId));
      cursor = body.pageInfo.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      sent.foreign,
      sent.rejected,
      sent.not_applied,
      sent.processed,
    ]);
  });

  it('are saved as files', async () => {
    const json = await ingestion.get('/reports/export', { format: 'json' });
    const { body } = await ingestion.get('/reports');
    expect(json.body).toEqual(body.items);
    const csv = await ingestion.get('/reports/export', {
      format: 'csv',
      outcome: 'rejected',
    });
    expect(csv.headers['content-disposition']).toContain('reports.csv');
    const [head, row, ...rest] = csv.text.trim().split('\r\n');
    expect(head).toContain('outcome,reason,error,error path,error line');
    expect(row).toContain(sent.rejected);
    expect(rest).toEqual([]);
  });

  it('show and save only what the caller may see', async () => {
    const read = (path: string, authorization: string) =>
      ingestion.api
        .get(`/api/ingestion${path}`)
        .set('authorization', authorization);
    const user = mockCredentials.user.header();
    const list = await read('/reports?q=ledger', user);
    expect(list.body).toMatchObject({ items: [], totalItems: 0 });
    const own = await read('/reports/export?format=json', user);
    const refs = new Set(own.body.map((item: ReportReceipt) => item.entityRef));
    expect([...refs]).toEqual(['component:default/payments-api']);
    const none = mockCredentials.none.header();
    expect((await read('/reports/export?format=json', none)).status).toBe(401);
  });

  it('name the parameter that is wrong', async () => {
    for (const [path, query, name] of [
      ['/reports', { outcome: 'lost' }, 'outcome'],
      ['/reports', { source: 'x' }, 'source'],
      ['/reports', { since: '3 days' }, 'since'],
      ['/reports', { q: '' }, 'q'],
      ['/reports/export', {}, 'format'],
      ['/reports/export', { format: 'csv', limit: '1' }, 'limit'],
    ] as [string, Record<string, string>, string][]) {
      const response = await ingestion.get(path, query);
      expect(response.status).toBe(400);
      expect(response.body.error.details).toEqual({ path: `query.${name}` });
    }
  });
});
