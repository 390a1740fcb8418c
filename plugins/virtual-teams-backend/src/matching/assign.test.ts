import fc from 'fast-check';
import { assign, Pair } from './assign';

type Table = (number | null)[][];

const total = (table: Table, pairs: Pair[]) =>
  pairs.reduce((sum, { candidate, gap }) => sum + table[gap][candidate]!, 0);

const assignIn = (seats: number[], table: Table) =>
  assign(
    seats,
    table[0].length,
    (gap, candidate) => table[gap][candidate] ?? undefined,
  );

/** Seats taken and worth of the best of every assignment there is. */
function best(seats: number[], table: Table, candidate = 0): [number, number] {
  if (candidate === table[0].length) {
    return [0, 0];
  }
  const options = [best(seats, table, candidate + 1)];
  seats.forEach((left, gap) => {
    const value = table[gap][candidate];
    if (value !== null && left > 0) {
      const [taken, worth] = best(
        seats.map((each, index) => (index === gap ? each - 1 : each)),
        table,
        candidate + 1,
      );
      options.push([taken + 1, worth + value]);
    }
  });
  return options.sort((a, b) => b[0] - a[0] || b[1] - a[1])[0];
}

const questions = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([gaps, candidates]) =>
    fc.record({
      seats: fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: gaps,
        maxLength: gaps,
      }),
      table: fc.array(
        fc.array(fc.option(fc.integer({ min: -6, max: 60 })), {
          minLength: candidates,
          maxLength: candidates,
        }),
        { minLength: gaps, maxLength: gaps },
      ),
    }),
  );

describe('assign', () => {
  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(questions, ({ seats, table }) => {
        const pairs = assignIn(seats, table);
        expect(new Set(pairs.map(({ candidate }) => candidate)).size).toBe(
          pairs.length,
        );
        seats.forEach((count, index) =>
          expect(
            pairs.filter(({ gap }) => gap === index).length,
          ).toBeLessThanOrEqual(count),
        );
        expect(
          pairs.every(({ candidate, gap }) => table[gap][candidate] !== null),
        ).toBe(true);
        expect([pairs.length, total(table, pairs)]).toEqual(best(seats, table));
      }),
      { numRuns: 300 },
    );
  });

  it('takes a second choice where that fills one more seat', () => {
    const table = [
      [50, 10],
      [40, null],
    ];
    expect(assignIn([1, 1], table)).toEqual([
      { gap: 1, candidate: 0 },
      { gap: 0, candidate: 1 },
    ]);
  });

  it('copes with as many gaps and people as a portal may have', () => {
    const gaps = 30;
    const pairs = assign(
      new Array<number>(gaps).fill(10),
      2_000,
      (gap, candidate) =>
        (gap + candidate) % 3 === 0 ? (gap * candidate) % 61 : undefined,
    );
    expect(pairs).toHaveLength(gaps * 10);
  });
});
