import { trend } from '../__testUtils__/fixtures';
import { toBands, topOf, toSpans, totalOf } from './model';

describe('the trend of open findings', () => {
  it('ends a band where nothing is known', () => {
    expect(toBands(trend([2, 3, undefined, 1]))).toEqual([
      {
        severity: 'high',
        slices: [
          { index: 0, from: 0, to: 2 },
          { index: 1, from: 0, to: 3 },
        ],
      },
      { severity: 'high', slices: [{ index: 3, from: 0, to: 1 }] },
    ]);
  });

  it.each([0, 1, 2, 3, 29, 45, 99, 101, 4_001, 99_999])(
    'never draws %d above its top, which halves to a whole number',
    count => {
      const top = topOf(trend([0, count]));
      expect(top % 2).toBe(0);
      expect(top).toBeGreaterThanOrEqual(count);
      expect(top).toBeLessThanOrEqual(Math.max(2, count * 2));
    },
  );

  it('joins gaps that overlap, and keeps one that lasts until today', () => {
    const days = trend([1, 1, 1, 1, 1, 1]).days;
    const gap = (from: number, to?: number) => ({
      controlType: 'sast' as const,
      from: days[from].day,
      to: to === undefined ? undefined : days[to].day,
    });
    const gaps = [gap(3), gap(0, 1), gap(1, 2)];
    expect(toSpans({ ...trend([1, 1, 1, 1, 1, 1]), gaps })).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 5 },
    ]);
  });

  it('does not count what is not known as none', () => {
    expect(totalOf(undefined)).toBeUndefined();
  });
});
