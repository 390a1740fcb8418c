import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createEvaluationMetrics } from './metrics';
import { migrate } from './migrate';
import { DirtyStore } from './store/DirtyStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

it.each(databases.eachSupportedId())(
  'tells how many wait, and since when, also when they change again, on %s',
  async databaseId => {
    const database = await databases.init(databaseId);
    await migrate(database);
    const dirty = new DirtyStore(database);
    expect(await dirty.state()).toEqual({ depth: 0 });
    const mark = (...names: string[]) =>
      dirty.mark(
        database,
        names.map(name => ({ entityRef: `component:default/${name}`, at: 1 })),
      );
    await mark('a');
    const { since } = await dirty.state();
    expect(Math.abs(Date.now() - since!)).toBeLessThan(60_000);
    await database('dirty_entities').update({ marked_at: 5 });
    await mark('a', 'b');
    expect(await dirty.state()).toEqual({ depth: 2, since: 5 });
  },
);

it('counts what was evaluated and what was skipped apart', () => {
  const metrics = metricsServiceMock.mock();
  const counter = { add: jest.fn() };
  const histogram = { record: jest.fn() };
  metrics.createCounter.mockReturnValue(counter);
  metrics.createHistogram.mockReturnValue(histogram);
  metrics.createObservableGauge.mockReturnValue({
    addCallback: jest.fn(),
    removeCallback: jest.fn(),
  });
  const { evaluated, skipped } = createEvaluationMetrics(
    metrics,
    async () => ({ depth: 0 }),
    () => new Date(),
  );
  evaluated(3, 0.5);
  skipped(7);
  expect(counter.add.mock.calls).toEqual([
    [3, { outcome: 'evaluated' }],
    [7, { outcome: 'skipped' }],
  ]);
  expect(histogram.record).toHaveBeenCalledWith(0.5);
});
