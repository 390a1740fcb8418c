/**
 * A score to at most one decimal: `68`, `68.3`.
 *
 * @public
 */
export function formatScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}

/**
 * The range of a score in brackets: `(68–80)`; empty when nothing is unknown.
 *
 * @public
 */
export function formatScoreRange(low: number, high: number = low): string {
  const from = formatScore(low);
  const to = formatScore(high);
  return from === to ? '' : `(${from}–${to})`;
}

/**
 * Points gained: `+5.9`.
 *
 * @public
 */
export function formatGain(points: number): string {
  return `+${(Math.round(points * 10) / 10).toFixed(1)}`;
}

/**
 * A share of 100 without decimals: `88 %`. Only all is `100 %`, only nothing
 * is `0 %`.
 *
 * @public
 */
export function formatPercent(percent: number): string {
  const rounded = Math.round(percent);
  if (rounded === 100 && percent < 100) {
    return '99 %';
  }
  if (rounded === 0 && percent > 0) {
    return '1 %';
  }
  return `${rounded} %`;
}
