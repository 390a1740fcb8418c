/** More would take long; then the order decides. */
const MOST_COMPARISONS = 100_000;

/**
 * Pairs findings that only their lines tell apart, keeping their order, so that
 * lines move as little as can be. Answers pairs of indices.
 *
 * @param stored - lines, ascending
 * @param incoming - lines, ascending
 * @param distance - how far it is from a stored line to an incoming one
 */
export function align(
  stored: readonly number[],
  incoming: readonly number[],
  distance: (stored: number, incoming: number) => number,
): [stored: number, incoming: number][] {
  if (
    stored.length === incoming.length ||
    stored.length * incoming.length > MOST_COMPARISONS
  ) {
    const count = Math.min(stored.length, incoming.length);
    return Array.from({ length: count }, (_, index) => [index, index]);
  }
  if (stored.length > incoming.length) {
    return align(incoming, stored, (one, other) => distance(other, one)).map(
      ([one, other]) => [other, one],
    );
  }
  // costs[i][j]: the first i of the fewer among the first j of the more.
  const width = incoming.length + 1;
  const costs = new Float64Array((stored.length + 1) * width);
  for (let i = 1; i <= stored.length; i += 1) {
    costs[i * width + i - 1] = Infinity;
    for (let j = i; j < width; j += 1) {
      costs[i * width + j] = Math.min(
        costs[i * width + j - 1],
        costs[(i - 1) * width + j - 1] +
          distance(stored[i - 1], incoming[j - 1]),
      );
    }
  }
  const pairs: [number, number][] = [];
  let j = incoming.length;
  for (let i = stored.length; i > 0; i -= 1) {
    while (j > i && costs[i * width + j - 1] <= costs[i * width + j]) {
      j -= 1;
    }
    pairs.push([i - 1, j - 1]);
    j -= 1;
  }
  return pairs.reverse();
}
