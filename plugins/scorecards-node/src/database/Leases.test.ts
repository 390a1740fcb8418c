import { TestDatabases } from '@backstage/backend-test-utils';
import { Leases } from './Leases';
import { migrateScorecardsNode } from './migrateScorecardsNode';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('leases on %s', databaseId => {
  it('belong to one holder until they expire or are given back', async () => {
    const database = await databases.init(databaseId);
    await migrateScorecardsNode(database);
    let now = 1_000;
    const clock = () => new Date(now);
    const one = new Leases({ database, clock });
    const two = new Leases({ database, clock });

    expect(await one.acquire('work', 100)).toBe(true);
    expect(await two.acquire('work', 100)).toBe(false);
    expect(await two.acquire('other work', 100)).toBe(true);

    now += 90;
    expect(await one.acquire('work', 100)).toBe(true);
    now += 90;
    expect(await two.acquire('work', 100)).toBe(false);
    now += 10;
    expect(await two.acquire('work', 100)).toBe(true);
    expect(await one.acquire('work', 100)).toBe(false);

    await one.release('work');
    expect(await one.acquire('work', 100)).toBe(false);
    await two.release('work');
    expect(await one.acquire('work', 100)).toBe(true);
  });

  it('go to one of many that ask at once', async () => {
    const database = await databases.init(databaseId);
    await migrateScorecardsNode(database);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        new Leases({ database }).acquire('work', 60_000),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});
