import { describeHour, topOf, waitingRuns } from './queueHours';

const from = '2026-11-24T14:00:00Z';

describe('the chart of the queue', () => {
  it.each([
    [[], 2],
    [[2], 2],
    [[3, 1], 4],
    [[11], 20],
    [[99, 100], 100],
    [[101], 200],
    [[87_000], 100_000],
  ])('has a round top that nothing of %j exceeds', (counts, top) => {
    expect(topOf(counts.map(received => ({ from, received })))).toBe(top);
  });

  it('breaks the line where it is not known how many waited', () => {
    const hours = [1, undefined, undefined, 2, 3].map(waiting => ({
      from,
      waiting,
    }));
    expect(waitingRuns(hours)).toEqual([
      [{ index: 0, waiting: 1 }],
      [
        { index: 3, waiting: 2 },
        { index: 4, waiting: 3 },
      ],
    ]);
  });

  it('says an hour in words', () => {
    expect(
      describeHour({ from, received: 1, finished: 2, waiting: 0 }, false),
    ).toBe('14:00–15:00: 1 report received, 2 finished, 0 waiting at its end');
    expect(describeHour({ from }, true)).toBe(
      'since 14:00: received not known, finished not known, waiting not known',
    );
  });
});
