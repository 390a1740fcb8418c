import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sarif } from './__testUtils__/sarif';
import { startIngestion } from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const TREND = '/entities/default/component/payments-api/trend';
const DAY_MS = 24 * 60 * 60 * 1000;

jest.setTimeout(60_000);

const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString();
const report = (...rules: string[]) =>
  sarif(rules.map(rule => ({ rule, path: `src/${rule}.ts`, line: 1 })));

describe.each(databases.eachSupportedId())('trend of findings, %s', id => {
  it('says what was open on each day, and since when nobody looked', async () => {
    const test = await startIngestion(await databases.init(id));
    await test.submit(report('sqli', 'xss'), { startedAt: daysAgo(50) });
    await test.submit(report('xss'), { startedAt: daysAgo(40) });

    const { body, status } = await test.get(TREND);
    expect(status).toBe(200);
    expect(body.days).toHaveLength(90);
    const highs = body.days.map(
      (day: { open?: { high: number } }) => day.open?.high,
    );
    const ago = (days: number) => highs.at(-1 - days);
    expect([ago(51), ago(50), ago(41), ago(40), ago(0)]).toEqual([
      undefined,
      2,
      2,
      1,
      1,
    ]);
    expect(body.gaps).toEqual([
      expect.objectContaining({
        controlType: 'sast',
        from: daysAgo(40).slice(0, 10),
      }),
    ]);
    const other = await test.get('/entities/default/component/unknown/trend');
    expect(other.status).toBe(404);
    await test.stop();
  });

  it('is for those who may read the findings', async () => {
    const test = await startIngestion(await databases.init(id), {
      permissions: { result: AuthorizeResult.DENY },
    });
    expect((await test.get(TREND)).status).toBeGreaterThanOrEqual(403);
    await test.stop();
  });
});
