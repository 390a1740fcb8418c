import { Readable } from 'node:stream';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Change,
  exampleReports,
  mutateBytes,
  mutateHead,
  mutateJson,
} from '@synchrony/report-parsers/testing';
import fc from 'fast-check';
import { Knex } from 'knex';
import { RequestError } from '../service/RequestError';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SOAK = process.env.SYNCHRONY_SOAK === '1';
const ENTITY_REF = 'component:default/payments-api';
/** Each on a database of its own. */
const RUNS = SOAK ? 50 : 1;
const REPORTS_A_RUN = SOAK ? 50 : 10;

jest.setTimeout(SOAK ? 60 * 60_000 : 120_000);

/** What a report leaves besides its receipt and that its tool fails. */
const EVIDENCE = [
  'finding_events',
  'finding_flow',
  'findings',
  'inventory_components',
  'inventory_packages',
  'inventory_scopes',
  'inventory_versions',
  'presences',
  'rule_tokens',
  'rules',
  'scopes',
  'vex_documents',
  'vex_statements',
  'vex_tokens',
];

async function evidenceIn(database: Knex): Promise<[string, string[]][]> {
  const found: [string, string[]][] = [];
  for (const table of EVIDENCE) {
    const rows: object[] = await database(table).select();
    found.push([table, rows.map(row => JSON.stringify(row)).sort()]);
  }
  return found;
}

const examples = exampleReports(
  resolvePackagePath('@synchrony/report-parsers', 'src/formats'),
);

const change: fc.Arbitrary<Change> = fc.tuple(fc.nat(), fc.nat());

/** A broken report, with or without its format named. */
const mutants = fc
  .record({
    example: fc.constantFrom(...examples),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    how: fc.constantFrom('bytes' as const, 'json' as const, 'head' as const),
    namesFormat: fc.boolean(),
  })
  .map(({ changes, example, how, namesFormat }) => {
    const text = example.body.toString('utf8');
    const bodies = {
      bytes: () => mutateBytes(example.body, changes),
      json: () => Buffer.from(mutateJson(text, changes)),
      head: () => Buffer.from(mutateHead(text, changes)),
    };
    return {
      name: example.name,
      format: namesFormat ? example.format : undefined,
      body: bodies[how](),
    };
  });

/** What becomes of a report; one that says nothing is refused at the door. */
async function outcomeOf(
  { credentials, ingestion }: Awaited<ReturnType<typeof createTestIngestion>>,
  body: Buffer,
  format: string | undefined,
): Promise<{ status: string; fault: string }> {
  try {
    const { reportId } = await ingestion.submissions.submit(credentials, {
      parameters: {
        entityRef: ENTITY_REF,
        complete: true,
        emptyMeansClean: false,
        format,
      },
      body: Readable.from([body]),
    });
    const { error, status } = await ingestion.receipts.get(
      credentials,
      reportId,
      { seconds: 30, signal: new AbortController().signal },
    );
    return { status, fault: error?.message ?? '' };
  } catch (error) {
    if (error instanceof RequestError) {
      return { status: 'refused', fault: error.message };
    }
    throw error;
  }
}

describe.each(databases.eachSupportedId())('broken reports, %s', id => {
  it('are processed, or leave nothing but a receipt with the fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutants, {
          minLength: REPORTS_A_RUN,
          maxLength: REPORTS_A_RUN,
        }),
        async reports => {
          const database = await databases.init(id);
          const test = await createTestIngestion(
            database,
            {
              get: async refs =>
                new Map(refs.map(ref => [ref, entityRow(ref)])),
            },
            {
              config: {
                processing: {
                  workerMemoryMb: 256,
                  timeoutSeconds: 10,
                  attempts: 1,
                },
              },
            },
          );
          try {
            for (const { body, format, name } of reports) {
              const before = await evidenceIn(database);
              const { fault, status } = await outcomeOf(test, body, format);
              expect({
                name,
                status,
                fault,
                evidence:
                  status === 'processed' ? before : await evidenceIn(database),
              }).toEqual({
                name,
                status: expect.stringMatching(/^(processed|rejected|refused)$/),
                fault: expect.not.stringMatching(/MB of memory|took longer/),
                evidence: before,
              });
            }
            expect(await database('report_queue').select()).toEqual([]);
          } finally {
            await test.stop();
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
