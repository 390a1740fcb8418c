/** What a pair is worth; undefined where it can't be. */
export type Worth = (gap: number, candidate: number) => number | undefined;

/** A pair of an assignment. */
export interface Pair {
  gap: number;
  candidate: number;
}

/** What every pair is worth, by gap; NaN where it can't be. */
type Table = readonly Float64Array[];

const FREE = -1;

/**
 * Assigns candidates to the seats of gaps so that as many seats as possible are
 * taken, and of these assignments the one that is worth most; each candidate
 * takes one seat at most. Seats are filled one by one along the best chain of
 * moves, which is the successive shortest path of a minimum-cost flow; gaps
 * are few, so that a seat costs O(gaps · (candidates + gaps²)).
 *
 * @param seats - how many there are, by gap
 * @see https://en.wikipedia.org/wiki/Minimum-cost_flow_problem
 */
export function assign(
  seats: readonly number[],
  candidates: number,
  worth: Worth,
): Pair[] {
  const table = seats.map((_, gap) =>
    Float64Array.from(
      { length: candidates },
      (__, candidate) => worth(gap, candidate) ?? NaN,
    ),
  );
  const gapOf = new Int32Array(candidates).fill(FREE);
  const left = [...seats];
  for (
    let chain = bestChain(table, gapOf, left);
    chain.length > 0;
    chain = bestChain(table, gapOf, left)
  ) {
    for (const { candidate, gap } of chain) {
      gapOf[candidate] = gap;
    }
    left[chain[chain.length - 1].gap] -= 1;
  }
  return [...gapOf].flatMap((gap, candidate) =>
    gap === FREE ? [] : [{ gap, candidate }],
  );
}

/**
 * The chain of moves that gains most and takes one more seat: a free candidate
 * first, the gap with a seat left last. Empty where no seat can be taken.
 */
function bestChain(
  table: Table,
  gapOf: Int32Array,
  left: readonly number[],
): Pair[] {
  const bestOf = table.map(values => bestByGap(values, gapOf, table));
  // What one more candidate for a gap gains elsewhere, where a seat is left.
  const gain = left.map(seats => (seats > 0 ? 0 : -Infinity));
  const reachedBy = new Array<Pair | undefined>(left.length).fill(undefined);
  for (let round = 1; round < left.length; round += 1) {
    bestOf.forEach(({ moving }, gap) =>
      moving.forEach((candidate, from) => {
        if (candidate === undefined || from === gap) {
          return;
        }
        const moved =
          gain[gap] + table[gap][candidate] - table[from][candidate];
        if (moved > gain[from]) {
          gain[from] = moved;
          reachedBy[from] = { gap, candidate };
        }
      }),
    );
  }
  let end: Pair | undefined;
  let most = -Infinity;
  bestOf.forEach(({ free }, gap) => {
    const total = free === undefined ? NaN : gain[gap] + table[gap][free];
    if (free !== undefined && total > most) {
      most = total;
      end = { gap, candidate: free };
    }
  });
  const chain: Pair[] = [];
  for (let step = end; step; step = reachedBy[step.gap]) {
    chain.push(step);
  }
  return chain;
}

/** Who is best for a gap among the free, and who gains most by leaving another. */
function bestByGap(
  values: Float64Array,
  gapOf: Int32Array,
  table: Table,
): { free?: number; moving: (number | undefined)[] } {
  const most = new Float64Array(table.length).fill(-Infinity);
  const moving = new Array<number | undefined>(table.length).fill(undefined);
  let free: number | undefined;
  let mostFree = -Infinity;
  for (let candidate = 0; candidate < values.length; candidate += 1) {
    const from = gapOf[candidate];
    if (from === FREE) {
      if (values[candidate] > mostFree) {
        mostFree = values[candidate];
        free = candidate;
      }
    } else if (values[candidate] - table[from][candidate] > most[from]) {
      most[from] = values[candidate] - table[from][candidate];
      moving[from] = candidate;
    }
  }
  return { free, moving };
}
