import { initialLiveState, liveStateReducer } from './liveState';

const first = new Date('2026-11-24T14:02:00Z');
const second = new Date('2026-11-24T14:28:00Z');

function loaded(value: { level: string }, at = first) {
  return liveStateReducer(initialLiveState<{ level: string }>('a'), {
    type: 'loaded',
    key: 'a',
    value,
    at,
  });
}

describe('liveStateReducer', () => {
  it('counts no change for the first value', () => {
    expect(loaded({ level: 'bronze' })).toEqual({
      key: 'a',
      isLoading: false,
      value: { level: 'bronze' },
      loadedAt: first,
      changes: 0,
    });
  });

  it('keeps the identity of a value that did not change', () => {
    const before = loaded({ level: 'bronze' });
    const after = liveStateReducer(before, {
      type: 'loaded',
      key: 'a',
      value: { level: 'bronze' },
      at: second,
    });

    expect(after.value).toBe(before.value);
    expect(after.loadedAt).toBe(second);
    expect(after.changes).toBe(0);
  });

  it('counts a change', () => {
    const after = liveStateReducer(loaded({ level: 'bronze' }), {
      type: 'loaded',
      key: 'a',
      value: { level: 'silver' },
      at: second,
    });

    expect(after.changes).toBe(1);
  });

  it('keeps the last good value and its time on an error', () => {
    const after = liveStateReducer(loaded({ level: 'bronze' }), {
      type: 'failed',
      key: 'a',
      error: new Error('down'),
      at: second,
    });

    expect(after).toMatchObject({
      value: { level: 'bronze' },
      loadedAt: first,
      error: expect.objectContaining({ message: 'down' }),
      failedAt: second,
    });
  });

  it('forgets the value of another key', () => {
    const after = liveStateReducer(loaded({ level: 'bronze' }), {
      type: 'started',
      key: 'b',
    });

    expect(after).toEqual({ key: 'b', isLoading: true, changes: 0 });
  });
});
