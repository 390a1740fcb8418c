import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  createPostgres,
  createSqlite,
  receive,
  runImport,
  stateAfterImports,
} from './__testUtils__/importRuns';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const directory = createMockDirectory();
const FINDINGS = 20_000;

/** The soak test kills at many points, the usual one in the middle. */
const SOAK = process.env.SYNCHRONY_SOAK === '1';
const EVERY = 7;

jest.setTimeout(SOAK ? 60 * 60_000 : 120_000);

const REPORT = {
  entityRef: 'component:default/payments-api',
  body: sarif(
    Array.from({ length: FINDINGS }, (_, index) => ({
      rule: `rule-${index % 100}`,
      path: `src/${index % 900}.ts`,
      line: index,
      snippet: `call(${index})`,
    })),
  ),
};

const CREATE = {
  SQLite: async (name: string) => createSqlite(directory, name),
  PostgreSQL: async () => createPostgres(databases),
};

describe.each(['SQLite', 'PostgreSQL'] as const)(
  'kill -9 in an import, %s',
  engine => {
    it('ends like the import that nobody killed', async () => {
      const quiet = await CREATE[engine]('quiet');
      await receive(quiet, [REPORT]);
      const { output } = await runImport({ ...quiet.order, daysAhead: 0 });
      const statements = Number(output);
      const expected = await stateAfterImports(quiet.database);
      expect(expected).toMatchObject({
        presences: FINDINGS,
        queue: 0,
        reports: [{ status: 'processed' }],
      });
      const identities = expected.findings.map(({ identity }) => identity);
      expect(new Set(identities).size).toBe(FINDINGS);
      await quiet.database.destroy();

      const points = SOAK
        ? Array.from(
            { length: Math.floor(statements / EVERY) },
            (_, index) => 1 + index * EVERY,
          )
        : [Math.floor(statements / 2)];
      for (const killAt of points) {
        const target = await CREATE[engine](`killed-${killAt}`);
        await receive(target, [REPORT]);
        const killed = await runImport({
          ...target.order,
          daysAhead: 0,
          killAt,
        });
        expect({ killAt, signal: killed.signal }).toEqual({
          killAt,
          signal: 'SIGKILL',
        });
        await runImport({ ...target.order, daysAhead: 1 });
        expect({
          killAt,
          ...(await stateAfterImports(target.database)),
        }).toEqual({ killAt, ...expected });
        await target.database.destroy();
      }
    });
  },
);
