import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import { Spot, spots } from './__testUtils__/arbitraries';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { SampleResult, sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const RUNS = 15;

jest.setTimeout(120_000);

function results(list: Spot[], shift = 0): SampleResult[] {
  return list.map((spot, index) => ({
    rule: spot.rule,
    path: spot.path,
    line: 10 + index * 7 + shift,
    snippet: spot.code,
  }));
}

describe.each(databases.eachSupportedId())('rules of findings, %s', id => {
  let test: Awaited<ReturnType<typeof createTestIngestion>>;
  let entities = 0;

  beforeAll(async () => {
    test = await createTestIngestion(await databases.init(id), {
      get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
    });
  });
  afterAll(async () => {
    await test.stop();
  });

  /** Sends reports of an entity of its own. */
  function start() {
    entities += 1;
    const entityRef = `component:default/c${entities}`;
    let reports = 0;
    return {
      entityRef,
      async scan(
        list: SampleResult[],
        options: { complete?: boolean; category?: string } = {},
      ): Promise<ReportReceipt> {
        reports += 1;
        const { reportId } = await test.ingestion.submissions.submit(
          test.credentials,
          {
            parameters: {
              entityRef,
              complete: true,
              emptyMeansClean: false,
              commit: String(reports).padStart(8, '0'),
              ...options,
            },
            body: Readable.from([Buffer.from(sarif(list))]),
          },
        );
        return test.ingestion.receipts.get(test.credentials, reportId, {
          seconds: 30,
          signal: new AbortController().signal,
        });
      },
      async open(): Promise<string[]> {
        const page = await test.ingestion.findings.list(test.credentials, {
          entityRef,
          limit: 1000,
        });
        return page.items.map(item => item.id).sort();
      },
    };
  }

  it('takes the same findings as the same, however they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        spots.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(results(list), {
              minLength: list.length,
              maxLength: list.length,
            }),
            fc.subarray(results(list)),
          ),
        ),
        async ([list, shuffled, twice]) => {
          const { open, scan } = start();
          expect((await scan(results(list))).counts?.new).toBe(list.length);
          const before = await open();
          const again = await scan([...shuffled, ...twice]);
          expect(again.counts).toMatchObject({
            reported: list.length,
            unchanged: list.length,
            new: 0,
            resolved: 0,
            reopened: 0,
          });
          expect(await open()).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('keeps what moved, and never merges two', async () => {
    await fc.assert(
      fc.asyncProperty(
        spots,
        fc.integer({ min: 1, max: 90 }),
        async (list, shift) => {
          const { open, scan } = start();
          await scan(results(list));
          const before = await open();
          expect(before).toHaveLength(list.length);
          const moved = await scan(results(list, shift));
          expect(moved.counts).toMatchObject({
            updated: list.length,
            new: 0,
            resolved: 0,
          });
          expect(await open()).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('resolves nothing by a partial scan or by one of another scope', async () => {
    await fc.assert(
      fc.asyncProperty(spots, spots, async (list, others) => {
        const { open, scan } = start();
        await scan(results(list));
        const before = await open();
        for (const options of [{ complete: false }, { category: 'other' }]) {
          const receipt = await scan(results(others), options);
          expect(receipt.counts?.resolved).toBe(0);
        }
        expect(await open()).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: RUNS },
    );
  });

  it('has open exactly what the last complete scan has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(spots, { minLength: 1, maxLength: 4 }),
        async scans => {
          const { open, scan } = start();
          for (const list of scans) {
            const { counts } = await scan(results(list));
            expect(await open()).toHaveLength(list.length);
            expect(
              (counts?.new ?? 0) +
                (counts?.unchanged ?? 0) +
                (counts?.updated ?? 0) +
                (counts?.reopened ?? 0),
            ).toBe(list.length);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
