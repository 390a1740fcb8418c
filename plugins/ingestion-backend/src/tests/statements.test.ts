import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { SampleResult, sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITY_REF = 'component:default/payments-api';

const ABOUT_FINDINGS =
  /\b(?:findings|presences|finding_events|rules|rule_tokens)\b/;

jest.setTimeout(120_000);

function results(count: number, folder = 'src'): SampleResult[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: `rule-${index % 10}`,
    path: `${folder}/${index % 90}.ts`,
    line: index + 1,
    snippet: `call(${index})`,
  }));
}

/** Statements that each of the scans of an entity's life takes. */
async function statementsOfALife(
  database: Knex,
  findings: number,
): Promise<Record<string, number>> {
  const { clock, credentials, ingestion, stop } = await createTestIngestion(
    database,
    { get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])) },
    { start: false },
  );
  let statements = 0;
  database.on('query', ({ sql }: { sql: string }) => {
    // How often the queue is looked at depends on how long the work takes.
    if (ABOUT_FINDINGS.test(sql)) {
      statements += 1;
    }
  });
  const scan = async (found: SampleResult[], text: string) => {
    clock.advanceSeconds(3600);
    // Other words, so that the same findings come in other bytes.
    const body = sarif(found, { category: 'main' }).replace(
      'Do not do',
      `${text}: do not do`,
    );
    await ingestion.submissions.submit(credentials, {
      parameters: {
        entityRef: ENTITY_REF,
        complete: true,
        emptyMeansClean: false,
      },
      body: Readable.from([Buffer.from(body)]),
    });
    statements = 0;
    ingestion.loop.start();
    await ingestion.loop.idle();
    await ingestion.loop.stop();
    return statements;
  };
  const taken = {
    new: await scan(results(findings), 'First'),
    unchanged: await scan(results(findings), 'Second'),
    moved: await scan(results(findings, 'lib'), 'Third'),
    gone: await scan(results(10, 'lib'), 'Fourth'),
    back: await scan(results(findings), 'Fifth'),
  };
  await stop();
  return taken;
}

describe.each(databases.eachSupportedId())(
  'statements of an import, %s',
  databaseId => {
    it('grow by a constant with every thousand findings', async () => {
      const small = await statementsOfALife(
        await databases.init(databaseId),
        1000,
      );
      const large = await statementsOfALife(
        await databases.init(databaseId),
        3000,
      );
      const perThousand = Object.fromEntries(
        Object.entries(large).map(([scan, statements]) => [
          scan,
          (statements - small[scan]) / 2,
        ]),
      );
      expect(perThousand).toEqual({
        new: 2,
        unchanged: 0,
        moved: 5,
        gone: 4,
        back: 2,
      });
      for (const [scan, statements] of Object.entries(small)) {
        const fixed = statements - perThousand[scan];
        expect({ scan, fixed, few: fixed <= 25 }).toMatchObject({ few: true });
      }
    });
  },
);
