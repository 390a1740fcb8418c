/** What a pair is worth; undefined where it can't be. */
export type Worth = (seat: number, candidate: number) => number | undefined;

/** A pair of an assignment. */
export interface Pair {
  seat: number;
  candidate: number;
}

/**
 * Assigns candidates to seats so that as many seats as possible are taken, and
 * of these assignments the one that is worth most; each candidate takes one
 * seat at most. Kuhn and Munkres' algorithm with potentials, in
 * O(seats² · candidates).
 *
 * @see https://en.wikipedia.org/wiki/Hungarian_algorithm
 */
export function assign(
  seats: number,
  candidates: number,
  worth: Worth,
): Pair[] {
  if (seats === 0 || candidates === 0) {
    return [];
  }
  const all: (number | undefined)[][] = Array.from(
    { length: seats },
    (_, seat) =>
      Array.from({ length: candidates }, (__, candidate) =>
        worth(seat, candidate),
      ),
  );
  const most = Math.max(1, ...all.flat().map(value => Math.abs(value ?? 0)));
  // An empty seat costs more than any assignment of all seats gains, so that
  // no seat is left empty for worth. Columns beyond the candidates are empty.
  const empty = 2 * most * (seats + 1) + 1;
  const columns = candidates + seats;
  const cost = (seat: number, column: number): number => {
    if (column >= candidates) {
      return empty;
    }
    const value = all[seat][column];
    return value === undefined ? empty * (seats + 2) : most - value;
  };
  const seatOf = solve(seats, columns, cost);
  return seatOf.flatMap((seat, candidate) =>
    seat >= 0 && candidate < candidates && all[seat][candidate] !== undefined
      ? [{ seat, candidate }]
      : [],
  );
}

/** The row of each column in the cheapest assignment of all rows, or -1. */
function solve(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): number[] {
  const rowPotential = new Array<number>(rows + 1).fill(0);
  const columnPotential = new Array<number>(columns + 1).fill(0);
  const rowOf = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row += 1) {
    const way = new Array<number>(columns + 1).fill(0);
    const least = new Array<number>(columns + 1).fill(Infinity);
    const used = new Array<boolean>(columns + 1).fill(false);
    let column = 0;
    rowOf[0] = row;
    do {
      used[column] = true;
      const current = rowOf[column];
      let delta = Infinity;
      let next = 0;
      for (let each = 1; each <= columns; each += 1) {
        if (!used[each]) {
          const reduced =
            cost(current - 1, each - 1) -
            rowPotential[current] -
            columnPotential[each];
          if (reduced < least[each]) {
            least[each] = reduced;
            way[each] = column;
          }
          if (least[each] < delta) {
            delta = least[each];
            next = each;
          }
        }
      }
      for (let each = 0; each <= columns; each += 1) {
        if (used[each]) {
          rowPotential[rowOf[each]] += delta;
          columnPotential[each] -= delta;
        } else {
          least[each] -= delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = way[column];
      rowOf[column] = rowOf[before];
      column = before;
    }
  }
  return rowOf.slice(1).map(row => row - 1);
}
