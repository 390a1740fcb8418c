import { timeWords } from './timeWords';

describe('timeWords', () => {
  it('says days and times as people do', () => {
    expect(timeWords('2026-11-01', '2026-11-30')).toBe(
      'from 1 Nov 2026 to 30 Nov 2026',
    );
    expect(timeWords('2026-11-07', '2026-11-07')).toBe('on 7 Nov 2026');
    expect(timeWords('2026-11-07', undefined)).toBe('since 7 Nov 2026');
    expect(timeWords(undefined, '2026-11-07')).toBe('until 7 Nov 2026');
  });
});
