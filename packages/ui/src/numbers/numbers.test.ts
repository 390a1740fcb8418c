import { formatCount, formatNumber } from './formatCount';
import {
  formatGain,
  formatPercent,
  formatScore,
  formatScoreRange,
} from './formatScore';

describe('numbers in words', () => {
  it('rounds scores to one decimal and leaves a whole one whole', () => {
    expect(formatScore(68.29)).toBe('68.3');
    expect(formatScore(80)).toBe('80');
  });

  it('writes a range only where something is unknown', () => {
    expect(formatScoreRange(68, 80)).toBe('(68–80)');
    expect(formatScoreRange(80, 80.01)).toBe('');
    expect(formatScoreRange(80)).toBe('');
  });

  it('always writes gains with their sign and one decimal', () => {
    expect(formatGain(12)).toBe('+12.0');
  });

  it('never rounds to all or to nothing', () => {
    expect(formatPercent(88.2)).toBe('88 %');
    expect(formatPercent(99.7)).toBe('99 %');
    expect(formatPercent(100)).toBe('100 %');
    expect(formatPercent(0.2)).toBe('1 %');
    expect(formatPercent(0)).toBe('0 %');
  });

  it('counts with the right noun', () => {
    expect(formatCount(1, 'step')).toBe('1 step');
    expect(formatCount(0, 'step')).toBe('0 steps');
    expect(formatCount(2, 'entry', 'entries')).toBe('2 entries');
    expect(formatNumber(12400)).toBe('12,400');
  });
});
