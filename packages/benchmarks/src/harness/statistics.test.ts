import { median, percentile, repeat } from './statistics';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('no median');
  });
});

describe('percentile', () => {
  it('is the smallest value that so many do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile([7], 0.01)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow('no percentile');
  });
});

describe('repeat', () => {
  it('leaves out the warm-up', async () => {
    await expect(repeat(3, async run => run)).resolves.toEqual([1, 2, 3]);
  });
});
