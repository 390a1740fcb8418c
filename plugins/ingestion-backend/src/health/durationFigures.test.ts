import fc from 'fast-check';
import { durationFigures } from './durationFigures';

describe('durationFigures', () => {
  it('takes the nearest rank', () => {
    expect(durationFigures([])).toBeUndefined();
    expect(durationFigures([7])).toEqual({
      medianMs: 7,
      p95Ms: 7,
      longestMs: 7,
    });
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(durationFigures(hundred)).toEqual({
      medianMs: 50,
      p95Ms: 95,
      longestMs: 100,
    });
  });

  it('has at least the share of durations up to each figure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { minLength: 1, maxLength: 200 }),
        durations => {
          const figures = durationFigures(durations)!;
          const share = (most: number) =>
            durations.filter(duration => duration <= most).length /
            durations.length;
          expect(share(figures.medianMs)).toBeGreaterThanOrEqual(0.5);
          expect(share(figures.p95Ms)).toBeGreaterThanOrEqual(0.95);
          expect(figures.longestMs).toBe(Math.max(...durations));
          expect(durations).toContain(figures.p95Ms);
        },
      ),
    );
  });
});
