import { TestDatabases } from '@backstage/backend-test-utils';
import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { sarif } from './__testUtils__/sarif';
import {
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const FLAW = { rule: 'xss', path: 'a.ts', line: 3, snippet: 'html(x)' };

async function daysToDue(ingestion: TestIngestion): Promise<number> {
  const { body } = await ingestion.get('/findings', { entityRef: ENTITY_REF });
  const [finding]: Finding[] = body.items;
  return Math.round(
    (Date.parse(finding.dueAt ?? '') - Date.parse(finding.firstSeenAt)) /
      DAY_MS,
  );
}

describe.each(databases.eachSupportedId())('a changed SLA policy, %s', id => {
  it('moves the due dates of what is open, and what is overdue', async () => {
    const database = await databases.init(id);
    const startedAt = new Date(Date.now() - 6 * DAY_MS).toISOString();
    const first = await startIngestion(database);
    await first.submit(sarif([{ ...FLAW, severity: '8.0' }]), { startedAt });
    expect(await daysToDue(first)).toBe(30);
    await first.stop();

    const second = await startIngestion(database, {
      config: { sla: { days: { high: 5 } } },
    });
    try {
      await until(async () => (await daysToDue(second)) === 5);
      expect((await second.summary()).overdue.high).toBe(1);
      await second.submit(
        sarif([
          { ...FLAW, severity: '8.0' },
          { ...FLAW, rule: 'sqli' },
        ]),
      );
      expect(await daysToDue(second)).toBe(5);
    } finally {
      await second.stop();
    }
  });
});
