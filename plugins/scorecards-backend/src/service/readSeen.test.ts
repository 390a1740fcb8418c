import fc from 'fast-check';
import { readSeen } from './readSeen';

const ROWS = Array.from({ length: 10_000 }, (_, index) => index);

/** A list of which only some rows may be seen, and how often it was asked. */
function listOf(isSeen: (row: number) => boolean, rows = ROWS) {
  const seen = jest.fn(async (asked: number[]) => asked.filter(isSeen));
  return {
    seen,
    from: (start: number) => ({
      read: async (offset: number, limit: number) =>
        rows.slice(start + offset, start + offset + limit),
      seen,
    }),
  };
}

describe('reading what may be seen', () => {
  it('asks the catalog once where everything may be seen', async () => {
    const list = listOf(() => true);
    const { found } = await readSeen(list.from(0), 50);
    expect(found).toHaveLength(51);
    expect(list.seen).toHaveBeenCalledTimes(1);
  });

  it('asks a few times where one row of ten thousand may be seen', async () => {
    const list = listOf(row => row === 9_999);
    const first = await readSeen(list.from(0), 50);
    expect(first).toMatchObject({ found: [], isEnd: false });
    expect(list.seen.mock.calls.length).toBeLessThanOrEqual(5);
    for (const [rows] of list.seen.mock.calls) {
      expect(rows.length).toBeLessThanOrEqual(1_000);
    }
  });

  it('finds every row once, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 400 }),
        fc.integer({ min: 1, max: 20 }),
        async (isSeen, limit) => {
          const rows = isSeen.map((_, index) => index);
          const list = listOf(row => isSeen[row], rows);
          const told: number[] = [];
          let start = 0;
          let isOver = false;
          while (!isOver) {
            const { found, isEnd, looked } = await readSeen(
              list.from(start),
              limit,
            );
            const page = found.slice(0, limit);
            told.push(...page);
            isOver = isEnd && found.length <= limit;
            const last = page.at(-1);
            start = last === undefined ? start + looked : last + 1;
          }
          expect(told).toEqual(rows.filter(row => isSeen[row]));
        },
      ),
      { numRuns: 50 },
    );
  });
});
