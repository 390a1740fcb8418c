import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateIngestion } from '../createIngestion';
import { QueueStore } from './QueueStore';
import { NewReport, ReportStore } from './ReportStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const LEASE_MS = 60_000;

const RECEIVED: NewReport = {
  id: 'a1',
  entityRef: 'a',
  status: 'received',
  submitter: 'ci',
  requestHash: 'r',
  scanHash: 's',
  contentHash: 'c',
  sizeBytes: 1,
  complete: true,
  emptyMeansClean: false,
  receivedAt: 0,
};

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('QueueStore, %s', id => {
  let database: Knex;
  let queue: QueueStore;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateIngestion(database);
    queue = new QueueStore(database);
  });

  const add = (reportId: string, entityRef: string) =>
    database.transaction(tx => queue.add(tx, reportId, entityRef, 0));
  const claim = async (ticket: string, now = 0, count = 10) => {
    const jobs = await queue.claim({ count, ticket, now, leaseMs: LEASE_MS });
    return jobs.map(job => job.reportId);
  };

  it('hands out the oldest of each entity only', async () => {
    await add('a1', 'a');
    await add('a2', 'a');
    await add('b1', 'b');
    expect(await claim('one')).toEqual(['a1', 'b1']);
    expect(await claim('two')).toEqual([]);
  });

  it('hands out the next when the one before is done', async () => {
    await add('a1', 'a');
    await add('a2', 'a');
    const [job] = await queue.claim({
      count: 1,
      ticket: 'one',
      now: 0,
      leaseMs: LEASE_MS,
    });
    expect(job).toMatchObject({ reportId: 'a1', attempt: 1 });
    expect(await database.transaction(tx => queue.finish(tx, job))).toBe(true);
    expect(await database.transaction(tx => queue.finish(tx, job))).toBe(false);
    expect(await claim('two')).toEqual(['a2']);
  });

  it('hands out again what was left behind, and only once', async () => {
    await add('a1', 'a');
    const [lost] = await queue.claim({
      count: 1,
      ticket: 'dead',
      now: 0,
      leaseMs: LEASE_MS,
    });
    expect(await claim('two', LEASE_MS - 1)).toEqual([]);
    const [found] = await queue.claim({
      count: 1,
      ticket: 'two',
      now: LEASE_MS,
      leaseMs: LEASE_MS,
    });
    expect(found).toMatchObject({ reportId: 'a1', attempt: 2 });
    expect(await queue.renew(lost, 10 * LEASE_MS)).toBe(false);
    expect(await database.transaction(tx => queue.finish(tx, lost))).toBe(
      false,
    );
  });

  it('keeps a renewed lease', async () => {
    await add('a1', 'a');
    const [job] = await queue.claim({
      count: 1,
      ticket: 'one',
      now: 0,
      leaseMs: LEASE_MS,
    });
    expect(await queue.renew(job, 2 * LEASE_MS)).toBe(true);
    expect(await claim('two', LEASE_MS + 1)).toEqual([]);
  });

  it('postpones, and does not overtake within an entity', async () => {
    await add('a1', 'a');
    await add('a2', 'a');
    const [job] = await queue.claim({
      count: 1,
      ticket: 'one',
      now: 0,
      leaseMs: LEASE_MS,
    });
    await queue.postpone(job, 5_000, { countsAsAttempt: false });
    expect(await claim('two', 4_999)).toEqual([]);
    const [again] = await queue.claim({
      count: 5,
      ticket: 'two',
      now: 5_000,
      leaseMs: LEASE_MS,
    });
    expect(again).toMatchObject({ reportId: 'a1', attempt: 1 });
  });

  it('shows a report as waiting until its next attempt', async () => {
    const reports = new ReportStore(database);
    await database.transaction(tx => reports.insert(tx, RECEIVED));
    await add('a1', 'a');
    const statusNow = async () => (await reports.get('a1'))?.status;
    const [job] = await queue.claim({
      count: 1,
      ticket: 'one',
      now: 0,
      leaseMs: LEASE_MS,
    });
    expect(await statusNow()).toBe('processing');
    await queue.postpone(job, 5_000, { countsAsAttempt: true });
    expect(await statusNow()).toBe('received');
    expect(await claim('two', 5_000)).toEqual(['a1']);
    await queue.postpone(job, 9_000, { countsAsAttempt: true });
    expect(await statusNow()).toBe('processing');
  });

  it('gives no job to two that ask at the same time', async () => {
    for (let index = 0; index < 40; index += 1) {
      await add(`r${index}`, `e${index}`);
    }
    const claims = await Promise.all(
      Array.from({ length: 6 }, (_, index) => claim(`t${index}`, 0, 10)),
    );
    const all = claims.flat();
    expect(new Set(all).size).toBe(all.length);
    all.push(...(await claim('last', 0, 100)));
    expect(all).toHaveLength(40);
    expect(await queue.depth()).toBe(40);
    expect(await queue.waitingAmong(['e1', 'x'])).toEqual(new Set(['e1']));
  });
});
