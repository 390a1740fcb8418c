import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CONTROL_TYPES,
  ControlType,
} from '@synchrony/backstage-plugin-ingestion-common';
import { migrateIngestion } from '../createIngestion';
import { Expectation, Expectations } from '../coverage/expectations';
import { ExpectationStore } from './ExpectationStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const expectations = Object.fromEntries(
  CONTROL_TYPES.map((type): [ControlType, Expectation] => [type, 'expected']),
) as Expectations;

it.each(databases.eachSupportedId())(
  'takes a catalog at once that is larger than a statement, %s',
  async id => {
    const database = await databases.init(id);
    await migrateIngestion(database);
    const store = new ExpectationStore(database);
    const refs = Array.from(
      { length: 1001 },
      (_, n) => `component:default/c${n}`,
    );
    await store.put(
      database,
      refs.map(entityRef => ({ entityRef, expectations })),
    );
    await store.putParents(
      refs.map(entityRef => ({ entityRef, parentRef: 'domain:default/d' })),
    );
    const found = await store.get(refs);
    expect(found.size).toBe(1001);
    expect(found.get(refs[1000])).toEqual(expectations);
    const [{ count }] = await database('catalog_parents').count({ count: '*' });
    expect(Number(count)).toBe(1001);
  },
);
