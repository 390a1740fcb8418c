import fc from 'fast-check';
import { assign, Pair } from './assign';

type Table = (number | null)[][];

const total = (table: Table, pairs: Pair[]) =>
  pairs.reduce((sum, { candidate, seat }) => sum + table[seat][candidate]!, 0);

/** Every assignment there is. */
function best(table: Table, seat = 0, used: number[] = []): [number, number] {
  if (seat === table.length) {
    return [0, 0];
  }
  const options = [best(table, seat + 1, used)];
  table[seat].forEach((value, candidate) => {
    if (value !== null && !used.includes(candidate)) {
      const [taken, worth] = best(table, seat + 1, [...used, candidate]);
      options.push([taken + 1, worth + value]);
    }
  });
  return options.sort((a, b) => b[0] - a[0] || b[1] - a[1])[0];
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([seats, candidates]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 60 })), {
        minLength: candidates,
        maxLength: candidates,
      }),
      { minLength: seats, maxLength: seats },
    ),
  );

describe('assign', () => {
  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(tables, table => {
        const pairs = assign(
          table.length,
          table[0].length,
          (seat, candidate) => table[seat][candidate] ?? undefined,
        );
        expect(new Set(pairs.map(({ seat }) => seat)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ candidate }) => candidate)).size).toBe(
          pairs.length,
        );
        expect([pairs.length, total(table, pairs)]).toEqual(best(table));
      }),
    );
  });

  it('takes a second choice where that fills one more seat', () => {
    const table = [
      [50, 10],
      [40, null],
    ];
    expect(
      assign(2, 2, (seat, candidate) => table[seat][candidate] ?? undefined),
    ).toEqual([
      { seat: 1, candidate: 0 },
      { seat: 0, candidate: 1 },
    ]);
  });
});
