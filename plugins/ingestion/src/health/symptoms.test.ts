import { queueHealth } from '../__testUtils__/FakeHealthApi';
import { daysFromNow } from '../__testUtils__/fixtures';
import { formatBytes, formatMilliseconds } from './format';
import { symptomsOf } from './symptoms';

const titles = (change: Parameters<typeof queueHealth>[0]) =>
  symptomsOf(queueHealth(change), new Date()).map(({ title }) => title);

describe('symptomsOf', () => {
  it('has none when reports come through', () => {
    expect(titles({})).toEqual([]);
    expect(titles({ retention: {} })).toEqual([]);
    expect(
      titles({
        queue: {
          waiting: 900,
          processing: 2,
          retrying: 0,
          oldestWaitingSince: daysFromNow(-1 / 24 / 60),
        },
      }),
    ).toEqual([]);
  });

  it('tells a queue that does not keep up from one that stands still', () => {
    const queue = {
      waiting: 40,
      processing: 2,
      retrying: 1,
      oldestWaitingSince: daysFromNow(-0.25),
    };
    expect(titles({ queue })).toEqual([
      'A report has waited for 6 h',
      '1 report will be tried again',
    ]);
    expect(titles({ queue: { ...queue, processing: 0 } })[0]).toBe(
      'Nothing is worked on, and a report has waited for 6 h',
    );
  });

  it('names failed reports and a sweep that failed or is missing', () => {
    const startedAt = daysFromNow(-1);
    expect(
      titles({
        lastDay: { failed: 3, rejected: 0 },
        retention: { lastRun: { startedAt, failed: true } },
      }),
    ).toEqual([
      '3 reports failed in 24 h',
      'The last sweep of retention failed',
    ]);
    expect(
      titles({
        retention: {
          lastRun: { startedAt, failed: false },
          overdueAt: daysFromNow(-0.5),
        },
      }),
    ).toEqual(['Retention has not run for twelve hours or longer']);
  });
});

it('formats durations and sizes shortly', () => {
  expect(
    [0, 40, 2_300, 41_000, 90_000, 5_400_000].map(formatMilliseconds),
  ).toEqual(['0 ms', '40 ms', '2.3 s', '41 s', '1.5 min', '1.5 h']);
  expect([412 * 1024 ** 2, 1024 ** 3 * 1.25, 2048].map(formatBytes)).toEqual([
    '412 MB',
    '1.3 GB',
    '2 kB',
  ]);
});
