import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { FindingArrivals } from '@synchrony/backstage-plugin-ingestion-common';
import { SampleResult, sarif } from './__testUtils__/sarif';
import {
  ENTITY_REF,
  serviceHeader,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;

const of = (rule: string, severity: string): SampleResult => ({
  rule,
  path: `src/${rule}.ts`,
  line: 1,
  severity,
});

const CRITICAL = of('rce', '9.8');
const HIGH = of('sqli', '7.5');
const OTHER_HIGH = of('xss', '7.1');
const LOW = of('style', '2.0');

describe.each(databases.eachSupportedId())('arrivals, %s', id => {
  let ingestion: TestIngestion;

  beforeEach(async () => {
    ingestion = await startIngestion(await databases.init(id));
  });
  afterEach(() => ingestion.stop());

  async function list(after?: string): Promise<FindingArrivals> {
    const { body, status } = await ingestion.get(
      '/arrivals',
      after === undefined ? {} : { after },
    );
    expect(status).toBe(200);
    return body;
  }

  it('lists what is new and severe, once, from a cursor on', async () => {
    const { cursor, items } = await list();
    expect(items).toEqual([]);
    await ingestion.submit(sarif([CRITICAL, HIGH, LOW]));
    const first = await list(cursor);
    expect(first.items).toEqual([
      { entityRef: ENTITY_REF, at: expect.any(String), critical: 1, high: 1 },
    ]);
    await ingestion.submit(sarif([CRITICAL, HIGH, LOW]), {
      commit: 'a1b2c3d4',
    });
    await ingestion.submit(sarif([CRITICAL, HIGH, of('other', '3.0')]));
    expect(await list(first.cursor)).toEqual({
      items: [],
      cursor: first.cursor,
    });
    await ingestion.submit(sarif([CRITICAL, HIGH, OTHER_HIGH]));
    const second = await list(first.cursor);
    expect(second.items).toMatchObject([{ critical: 0, high: 1 }]);
    expect((await list(cursor)).items).toHaveLength(2);
    expect((await list()).cursor).toBe(second.cursor);
  });

  it('has nothing of branches, of suppressed findings and of old scans', async () => {
    const { cursor } = await list();
    await ingestion.submit(sarif([CRITICAL]), { ref: 'feature' });
    await ingestion.submit(
      sarif([{ ...of('quiet', '5.0'), suppressed: true }, LOW]),
    );
    await ingestion.submit(sarif([HIGH], { tool: 'History' }), {
      startedAt: new Date(Date.now() - 2 * DAY_MS).toISOString(),
    });
    expect(await list(cursor)).toEqual({ items: [], cursor });
    // The branch is merged, and its finding counts from now on.
    await ingestion.submit(sarif([CRITICAL, LOW]));
    expect((await list(cursor)).items).toMatchObject([
      { critical: 1, high: 0 },
    ]);
  });

  it('goes on from the end where a cursor is beyond it', async () => {
    await ingestion.submit(sarif([HIGH]));
    const { cursor } = await list();
    expect(await list('999999')).toEqual({ items: [], cursor });
  });

  it('is for plugins that may read findings, and refuses what is no cursor', async () => {
    const { cursor } = await list();
    await ingestion.submit(sarif([HIGH]));
    const ask = (authorization: string, after = cursor) =>
      ingestion.api
        .get('/api/ingestion/arrivals')
        .query({ after })
        .set('authorization', authorization);
    expect((await ask(mockCredentials.user.header())).status).toBe(403);
    expect((await ask(mockCredentials.none.header())).status).toBe(401);
    expect((await ask(serviceHeader('ci'), 'now')).body.error).toMatchObject({
      name: 'InputError',
    });
    expect((await ask(serviceHeader('ci'))).body.items).toHaveLength(1);
  });
});
