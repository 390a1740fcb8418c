import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const A = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
const LEDGER = { entityRef: 'component:default/ledger' };

describe.each(databases.eachSupportedId())('activity, %s', id => {
  let ingestion: TestIngestion;

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
    });
    const startedAt = new Date(Date.now() - 60_000).toISOString();
    await ingestion.submit(sarif([A]));
    await ingestion.submit(sarif([]), { startedAt });
    await ingestion.submit(sarif([A]), { complete: 'false', category: 'x' });
    await ingestion.submit('{"runs":[', { format: 'sarif-2.1.0' });
    await ingestion.submit(sarif([A]), LEDGER);
    await ingestion.submit(sarif([A]), {
      entityRef: 'component:default/not-there',
    });
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  it('counts what arrived by what became of it', async () => {
    const { body } = await ingestion.get('/activity');
    expect(body).toMatchObject({
      received: 6,
      entities: 3,
      processed: 2,
      processing: {
        medianMs: expect.any(Number),
        longestMs: expect.any(Number),
      },
      partial: 1,
      notApplied: 1,
      rejected: 1,
      failed: 0,
      quarantined: 1,
      waiting: 0,
      oldestQuarantinedAt: expect.any(String),
    });
    expect(body.processing.longestMs).toBeGreaterThanOrEqual(
      body.processing.medianMs,
    );
    expect(body).not.toHaveProperty('oldestWaitingAt');
  });

  it('counts only what a person may see', async () => {
    const { body } = await ingestion.api
      .get('/api/ingestion/activity')
      .set('authorization', mockCredentials.user.header());
    expect(body).toMatchObject({
      received: 4,
      entities: 1,
      processed: 1,
      quarantined: 0,
    });
    const anonymous = await ingestion.api
      .get('/api/ingestion/activity')
      .set('authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
  });
});
