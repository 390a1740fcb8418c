import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sarif } from './__testUtils__/sarif';
import { startIngestion } from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const FLOW = '/entities/default/component/payments-api/flow';

jest.setTimeout(60_000);

const report = (...rules: string[]) =>
  sarif(rules.map(rule => ({ rule, path: `src/${rule}.ts`, line: 1 })));

describe.each(databases.eachSupportedId())('flow of findings, %s', id => {
  it('counts what was opened and closed, by day and severity', async () => {
    const test = await startIngestion(await databases.init(id));
    await test.submit(report('sqli', 'xss'), {
      startedAt: '2026-11-20T10:00:00Z',
    });
    await test.submit(report('xss'), { startedAt: '2026-11-22T10:00:00Z' });

    const { body, status } = await test.get(FLOW, { days: '365' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: { opened: 2, closed: 1, closedInTime: 1 },
      days: [
        {
          day: '2026-11-20',
          bySeverity: { high: { opened: 2, closed: 0, closedInTime: 0 } },
        },
        {
          day: '2026-11-22',
          bySeverity: { high: { opened: 0, closed: 1, closedInTime: 1 } },
        },
      ],
    });
    const other = await test.get(
      '/entities/default/component/unknown/flow',
      {},
    );
    expect(other.status).toBe(404);
    const wrong = await test.get(FLOW, { days: '0' });
    expect(wrong.body.error).toMatchObject({
      message: expect.stringContaining('must be at least 1'),
    });
    await test.stop();
  });

  it('is for those who may read the findings', async () => {
    const test = await startIngestion(await databases.init(id), {
      permissions: { result: AuthorizeResult.DENY },
    });
    expect((await test.get(FLOW)).status).toBeGreaterThanOrEqual(403);
    await test.stop();
  });
});
