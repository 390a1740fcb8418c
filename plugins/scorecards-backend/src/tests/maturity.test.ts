import { TestDatabases } from '@backstage/backend-test-utils';
import {
  MaturityActivity,
  MaturityEntitiesPage,
  MaturityReport,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const ENTITIES = [
  group('payments'),
  group('fraud'),
  component('api'),
  component('web'),
  component('scoring', 'fraud'),
];

describe.each(databases.eachSupportedId())('maturity on %s', databaseId => {
  it('counts what evidence supports, and never what is unknown', async () => {
    const backend = await setUpBackend(databases, databaseId, ENTITIES);
    await backend.ingestion.publish('api', allScans());
    const secrets = allScans();
    secrets.open.secret.critical = 1;
    await backend.ingestion.publish('scoring', secrets);
    await until(async () => {
      const rows = await backend.database('check_results').where({
        check_id: 'code.no-live-secrets',
        until: null,
      });
      const outcomes = rows.map(row => row.outcome).sort();
      return outcomes.join() === 'fail,pass,unknown';
    });
    const ask = async (query: string) => {
      const { body } = await backend.get<MaturityReport>(
        `/maturity/samm${query}`,
      );
      expectToMatchOpenApi('MaturityReport', body);
      return new Map(body.activities.map(each => [each.id, each]));
    };
    const share = (activity?: MaturityActivity) => [
      activity?.supported,
      activity?.applicable,
    ];

    const all = await ask('');
    // Both checks of it have to pass: one component has a secret, one no scan.
    expect(share(all.get('I-SD-1-B'))).toEqual([1, 3]);
    expect(all.get('I-SD-1-B')?.checks).toEqual([
      { id: 'code.secrets-scan', title: expect.any(String) },
      { id: 'code.no-live-secrets', title: expect.any(String) },
    ]);
    const fraud = await ask('?within=group:default/fraud');
    expect(share(fraud.get('I-SD-1-B'))).toEqual([0, 1]);

    const entities = async (query: string) => {
      const { body } = await backend.get<MaturityEntitiesPage>(
        `/maturity/samm/I-SD-1-B/entities${query}`,
      );
      expectToMatchOpenApi('MaturityEntitiesPage', body);
      return body.items.map(({ entityRef }) => entityRef);
    };
    expect(await entities('?supported=true')).toEqual([
      'component:default/api',
    ]);
    expect(await entities('?supported=false')).toHaveLength(2);
    expect(await entities('?cursor=component:default/scoring')).toEqual([
      'component:default/web',
    ]);

    const { body: models } = await backend.get<object>('/maturity');
    expectToMatchOpenApi('MaturityModels', models);
    for (const [path, status] of [
      ['/maturity/none', 404],
      ['/maturity/samm/none/entities', 404],
      ['/maturity/samm?within=group:default/nobody', 404],
      ['/maturity/samm?within=component:default/api', 400],
    ] as const) {
      expect((await backend.get(path)).status).toBe(status);
    }
  });
});
