const STEPS = [1, 2, 4, 6, 8, 10];

/** For the scale of a chart: a round number of at least that, of which a half is whole. */
export function roundTop(most: number): number {
  const least = Math.max(2, most);
  const power = 10 ** Math.floor(Math.log10(least));
  return (STEPS.find(step => step * power >= least) ?? 10) * power;
}
