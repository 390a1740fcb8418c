import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrate } from '../migrate';
import { FactTable } from '../store/FactTable';
import { DirtyStore } from '../store/DirtyStore';
import { unpackText } from '../store/packedText';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATIONS = {
  directory: resolvePackagePath(
    '@synchrony/backstage-plugin-scorecards-backend',
    'migrations',
  ),
  name: '20261126180000_marks.js',
};

jest.setTimeout(60_000);

it.each(databases.eachSupportedId())(
  'keeps outcomes, answers and facts when they are stored otherwise, on %s',
  async databaseId => {
    const database = await databases.init(databaseId);
    await migrate(database);
    await database.migrate.down(MIGRATIONS);

    const outcome = {
      entity_ref: 'component:default/a',
      check_id: 'code.sast',
      is_first: 0,
      check_version: 1,
      reason: 'Because.',
      evidence: '[]',
      recorded_at: 3,
    };
    const held = { ...outcome, since: 1, until: 2, outcome: 'pass' };
    const holds = { ...outcome, since: 2, until: null, outcome: 'fail' };
    await database('check_results').insert([held, holds]);
    await database('entity_views').insert({
      entity_ref: 'component:default/a',
      version: 1,
      full_json: '{"full":"ä"}',
      full_hash: 'f',
      public_json: '{}',
      public_hash: 'p',
    });
    await database('facts').insert({
      source: 'ingestion',
      entity_ref: 'component:default/a',
      facts: '{}',
      observed_at: 1,
      received_at: 2,
      stale: 0,
      generation: 0,
    });

    await database.migrate.up(MIGRATIONS);
    const intervals = await database('check_results').orderBy('since');
    expect(
      intervals.map(row => ({
        ...row,
        since: Number(row.since),
        until: row.until === null ? null : Number(row.until),
        recorded_at: Number(row.recorded_at),
      })),
    ).toEqual([
      { ...held, unknown_reason: null },
      { ...holds, unknown_reason: null },
    ]);
    const [view] = await database('entity_views');
    expect(unpackText(view.full_answer)).toBe('{"full":"ä"}');
    expect(unpackText(view.public_answer)).toBe('{}');
    const facts = new FactTable(database, new DirtyStore(database));
    const contents = await facts.contents(['component:default/a']);
    expect(contents.get('component:default/a')).toEqual([
      { source: 'ingestion', content: expect.any(String) },
    ]);

    await database.migrate.down(MIGRATIONS);
    expect(await database('check_results')).toHaveLength(2);
    const [old] = await database('entity_views');
    expect(old.full_json).toBe('{"full":"ä"}');
  },
);
