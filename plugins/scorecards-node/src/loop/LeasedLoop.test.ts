import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Leases } from '../database/Leases';
import { migrateScorecardsNode } from '../database/migrateScorecardsNode';
import { LeasedLoop } from './LeasedLoop';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Resolves at the n-th call. */
function calls(count: number) {
  let made = 0;
  let reached = () => {};
  const done = new Promise<void>(resolve => {
    reached = resolve;
  });
  return {
    done,
    count: () => made,
    call: () => {
      made += 1;
      if (made === count) {
        reached();
      }
    },
  };
}

describe('LeasedLoop', () => {
  it('runs again after an error, on nudges, and not after its stop', async () => {
    const database = await databases.init('SQLITE_3');
    await migrateScorecardsNode(database);
    const logger = mockServices.logger.mock();
    const first = calls(1);
    const third = calls(3);
    const loop = new LeasedLoop({
      name: 'work',
      leases: new Leases({ database }),
      logger,
      retryMs: 0,
      run: async () => {
        first.call();
        third.call();
        if (third.count() === 1) {
          throw new Error('the first round fails');
        }
        loop.nudge();
        return 3_600_000;
      },
    });
    loop.nudge();
    expect(first.count()).toBe(0);
    loop.start();
    await third.done;
    await loop.stop();
    const count = third.count();
    loop.nudge();
    expect(third.count()).toBe(count);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the first round fails'),
    );
  });

  it('leaves the work to the replica that has the lease', async () => {
    const database = await databases.init('SQLITE_3');
    await migrateScorecardsNode(database);
    const other = new Leases({ database });
    await other.acquire('work', 3_600_000);

    const asked = calls(2);
    const leases = new Leases({ database });
    jest.spyOn(leases, 'acquire').mockImplementation(async (name, ttl) => {
      const answer = await Leases.prototype.acquire.call(leases, name, ttl);
      asked.call();
      return answer;
    });
    const ran = calls(1);
    const loop = new LeasedLoop({
      name: 'work',
      leases,
      logger: mockServices.logger.mock(),
      retryMs: 0,
      run: async () => {
        ran.call();
        return 3_600_000;
      },
    });
    loop.start();
    await asked.done;
    expect(ran.count()).toBe(0);
    await other.release('work');
    await ran.done;
    await loop.stop();
    expect(await other.acquire('work', 1)).toBe(true);
  });
});
