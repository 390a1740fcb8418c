import { dueProgress, dueUrgency, formatDue } from './due';
import {
  formatAge,
  formatExactTime,
  formatRelativeTime,
  formatTimeOfDay,
} from './formatTime';
import { freshnessOf } from './freshnessOf';

const now = '2026-11-24T12:00:00Z';

describe('times in words', () => {
  it.each([
    ['2026-11-24T11:59:40Z', 'just now'],
    ['2026-11-24T12:00:20Z', 'just now'],
    ['2026-11-24T11:54:00Z', '6 min ago'],
    ['2026-11-24T09:00:00Z', '3 h ago'],
    ['2026-11-23T11:00:00Z', '25 h ago'],
    ['2026-11-07T12:00:00Z', '17 d ago'],
    ['2026-10-06T12:00:00Z', '7 wk ago'],
    ['2024-11-01T12:00:00Z', '2 y ago'],
    ['2026-11-28T12:00:00Z', 'in 4 d'],
  ])('says %s as %s', (time, words) => {
    expect(formatRelativeTime(time, now)).toBe(words);
  });

  it('says an age without a direction', () => {
    expect(formatAge('2026-10-27T12:00:00Z', now)).toBe('28 d');
    expect(formatAge('2026-11-24T12:00:00Z', now)).toBe('< 1 min');
  });

  it('says the exact time with its zone', () => {
    expect(formatExactTime('2026-11-07T09:41:10Z')).toBe(
      '7 Nov 2026, 09:41 UTC',
    );
    expect(formatTimeOfDay('2026-11-07T09:41:10Z')).toBe('09:41');
  });
});

describe('due dates', () => {
  it('says what is left and what is over', () => {
    expect(formatDue('2026-11-28T12:00:00Z', now)).toBe('4 d left');
    expect(formatDue('2026-11-22T11:00:00Z', now)).toBe('2 d overdue');
  });

  it('presses from seven days on', () => {
    expect(dueUrgency('2026-11-24T11:59:59Z', now)).toBe('overdue');
    expect(dueUrgency('2026-12-01T12:00:00Z', now)).toBe('soon');
    expect(dueUrgency('2026-12-01T12:00:01Z', now)).toBe('later');
  });

  it('measures how much of the time has passed', () => {
    expect(
      dueProgress('2026-11-14T12:00:00Z', '2026-12-04T12:00:00Z', now),
    ).toBe(50);
    expect(
      dueProgress('2026-11-01T12:00:00Z', '2026-11-10T12:00:00Z', now),
    ).toBe(100);
    expect(dueProgress(now, now, now)).toBe(100);
  });
});

describe('freshness', () => {
  const at = '2026-11-10T00:00:00Z';

  it('goes from fresh over ageing to stale', () => {
    const staleAt = '2026-11-25T00:00:00Z';
    expect(freshnessOf({ at, staleAt, now: '2026-11-19T23:59:59Z' })).toBe(
      'fresh',
    );
    expect(freshnessOf({ at, staleAt, now: '2026-11-20T00:00:00Z' })).toBe(
      'ageing',
    );
    expect(freshnessOf({ at, staleAt, now: staleAt })).toBe('stale');
  });

  it('does not age without an end', () => {
    expect(freshnessOf({ at, now: '2030-01-01T00:00:00Z' })).toBe('fresh');
  });
});
