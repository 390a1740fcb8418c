/**
 * A number with its noun: `1 step`, `3 steps`, `2 entries`.
 *
 * @public
 */
export function formatCount(
  count: number,
  singular: string,
  plural: string = `${singular}s`,
): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/**
 * A number with thousands apart: `12,400`.
 *
 * @public
 */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-GB');
}
