import { toTimeRange } from './timeRange';

describe('toTimeRange', () => {
  it('takes days until their end, and times as they are', () => {
    const day = { firstSeenFrom: '2026-11-01', firstSeenTo: '2026-11-01' };
    expect(toTimeRange(day, 'firstSeen')).toEqual({
      from: Date.UTC(2026, 10, 1),
      to: Date.UTC(2026, 10, 2),
    });
    expect(toTimeRange(day, 'resolved')).toBeUndefined();
    expect(
      toTimeRange({ resolvedTo: '2026-11-01T01:00:00+01:00' }, 'resolved'),
    ).toEqual({ from: undefined, to: Date.UTC(2026, 10, 1) });
  });

  it('refuses an end that does not come after the beginning', () => {
    expect(() =>
      toTimeRange(
        { resolvedFrom: '2026-11-02', resolvedTo: '2026-11-01' },
        'resolved',
      ),
    ).toThrow('resolvedTo: must come after resolvedFrom');
  });
});
