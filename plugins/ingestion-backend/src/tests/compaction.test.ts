import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITIES = ['component:default/payments-api', 'component:default/ledger'];
const TEN_YEARS = 3650;
const SEVERITIES = ['9.5', '7.5', '5.0', '2.0'];

jest.setTimeout(120_000);

/** Scans one after another: of which entity, what they find, and days until the next. */
const lives = fc.array(
  fc.record({
    entity: fc.nat({ max: ENTITIES.length - 1 }),
    found: fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 12 }),
    days: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 4, maxLength: 14 },
);

async function start(
  databaseId: Parameters<typeof databases.init>[0],
  missing: ReadonlySet<string> = new Set(),
) {
  const database = await databases.init(databaseId);
  const test = await createTestIngestion(
    database,
    {
      get: async refs =>
        new Map(
          refs
            .filter(ref => !missing.has(ref))
            .map(ref => [ref, entityRow(ref)]),
        ),
    },
    { config: { retention: { resolved: 300, history: 100 } } },
  );
  const { credentials, ingestion } = test;
  return {
    ...test,
    database,
    async scan(entityRef: string, found: number[], prefix = 'src') {
      const { reportId } = await ingestion.submissions.submit(credentials, {
        parameters: { entityRef, complete: true, emptyMeansClean: false },
        body: Readable.from([
          Buffer.from(
            sarif(
              found.map(index => ({
                rule: `rule-${index}`,
                path: `${prefix}/${index}.ts`,
                line: 1,
                snippet: `call(${index})`,
                severity: SEVERITIES[index % SEVERITIES.length],
              })),
            ),
          ),
        ]),
      });
      return ingestion.receipts.get(credentials, reportId, {
        seconds: 30,
        signal: new AbortController().signal,
      });
    },
    /** Everything that is summed over findings. */
    async sums() {
      return Promise.all(
        ENTITIES.map(async ref => ({
          flow: await ingestion.flows.get(credentials, ref, TEN_YEARS),
          summary: await ingestion.summaries.get(credentials, ref),
        })),
      );
    },
    count: async (table: string, where: Record<string, unknown> = {}) => {
      const [row] = await database(table).where(where).count({ count: '*' });
      return Number(row.count);
    },
  };
}

describe.each(databases.eachSupportedId())('compaction, %s', id => {
  it('leaves every sum as it was', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async scans => {
        const { clock, count, ingestion, scan, stop, sums } = await start(id);
        for (const { days, entity, found } of scans) {
          await scan(ENTITIES[entity], found);
          clock.advanceDays(days);
        }
        const before = await sums();
        await ingestion.compaction.sweep();
        expect(await sums()).toEqual(before);

        clock.advanceDays(301);
        const later = await sums();
        await ingestion.compaction.sweep();
        expect(await sums()).toEqual(later);
        expect(await count('findings', { status: 'resolved' })).toBe(0);
        await ingestion.compaction.sweep();
        expect(await sums()).toEqual(later);
        await stop();
      }),
      { numRuns: process.env.SYNCHRONY_SOAK === '1' ? 100 : 4 },
    );
  });

  it('opens a finding anew that comes back after it was taken out', async () => {
    const { clock, count, ingestion, scan, stop } = await start(id);
    await scan(ENTITIES[0], [1, 2]);
    clock.advanceDays(1);
    await scan(ENTITIES[0], [2]);
    clock.advanceDays(301);
    await ingestion.compaction.sweep();
    expect(await count('findings')).toBe(1);
    expect(await count('presences')).toBe(1);
    const receipt = await scan(ENTITIES[0], [1, 2]);
    expect(receipt.counts).toMatchObject({ new: 1, unchanged: 1, reopened: 0 });
    await stop();
  });

  it('forgets what scans changed long ago, and what people did never', async () => {
    const { clock, count, database, ingestion, scan, stop } = await start(id);
    await scan(ENTITIES[0], [1]);
    clock.advanceDays(1);
    await scan(ENTITIES[0], [1], 'lib');
    const [finding] = await database('findings').pluck('id');
    await database('finding_events').insert({
      finding_id: finding,
      at: clock.read().getTime(),
      kind: 'noted',
      actor: 'user:default/amara.rowe',
      note: 'Looks real',
    });
    expect(await count('finding_events', { kind: 'updated' })).toBe(1);
    clock.advanceDays(101);
    await ingestion.compaction.sweep();
    expect(await database('finding_events').pluck('kind')).toEqual(['noted']);
    await stop();
  });

  it('takes out an entity that left long ago, and keeps its sums', async () => {
    const missing = new Set<string>();
    const { clock, count, credentials, ingestion, scan, stop } = await start(
      id,
      missing,
    );
    await scan(ENTITIES[0], [1, 2]);
    missing.add(ENTITIES[0]);
    await ingestion.entityChanges.take({ changed: [], removed: [ENTITIES[0]] });
    clock.advanceDays(299);
    await ingestion.compaction.sweep();
    expect(await count('findings')).toBe(2);
    clock.advanceDays(2);
    await ingestion.compaction.sweep();
    for (const table of ['findings', 'presences', 'scopes', 'coverage']) {
      expect({ table, rows: await count(table) }).toEqual({ table, rows: 0 });
    }
    missing.clear();
    expect(
      await ingestion.flows.get(credentials, ENTITIES[0], TEN_YEARS),
    ).toMatchObject({ total: { opened: 2, closed: 0 } });
    await stop();
  });
});
