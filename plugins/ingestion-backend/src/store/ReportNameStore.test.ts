import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateIngestion } from '../createIngestion';
import { ReportNameStore } from './ReportNameStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

function report(id: string, names: Record<string, string | null>) {
  return {
    id,
    status: 'processed',
    request_hash: id,
    scan_hash: id,
    content_hash: id,
    size_bytes: 1,
    complete: true,
    empty_means_clean: false,
    received_at: 1,
    ...names,
  };
}

describe.each(databases.eachSupportedId())('names of reports, %s', id => {
  let database: Knex;
  let names: ReportNameStore;

  beforeAll(async () => {
    database = await databases.init(id);
    await migrateIngestion(database);
    names = new ReportNameStore(database);
    const rows = [
      ['component:default/payments_api', 'CodeQL', 'service:ci'],
      ['component:default/payments_api', null, 'user:default/Ann'],
      ['component:default/paymentsXapi', 'Semgrep', 'service:ci'],
      ['resource:default/ledger', null, 'upload-token:1'],
    ];
    await database('reports').insert(
      rows.map(([entity_ref, tool, submitter], index) =>
        report(`r${index}`, { entity_ref, tool, submitter }),
      ),
    );
  });

  it('are found by a part, whatever the case, each once', async () => {
    const none = { entityRefs: [], tools: [], submitters: [] };
    expect(await names.find('PAYMENTS_')).toEqual({
      ...none,
      entityRefs: ['component:default/payments_api'],
    });
    expect(await names.find('code')).toEqual({ ...none, tools: ['CodeQL'] });
    expect(await names.find('ann')).toEqual({
      ...none,
      submitters: ['user:default/Ann'],
    });
    expect(await names.find('resource:')).toEqual({
      ...none,
      entityRefs: ['resource:default/ledger'],
    });
    expect(await names.find('component')).toEqual(none);
    expect(await names.find('%')).toEqual(none);
  });

  it('are not all read when a text is part of very many', async () => {
    await database.batchInsert(
      'reports',
      Array.from({ length: 501 }, (_, index) =>
        report(`many${index}`, {
          entity_ref: `component:default/many-${index}`,
          tool: null,
          submitter: 'service:ci',
        }),
      ),
      50,
    );
    expect(await names.find('many-')).toBeUndefined();
    expect((await names.find('many-50'))?.entityRefs).toHaveLength(2);
  });
});
