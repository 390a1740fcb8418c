/** Where a list is read on, and what the caller may see of it. */
export interface PageSource<Row, Key> {
  rows: (after: Key | undefined, limit: number) => Promise<Row[]>;
  keyOf: (row: Row) => Key;
  seen: (rows: Row[]) => Promise<Row[]>;
}

/** The catalog is asked about as many at a time. */
const MOST_ROWS_A_QUESTION = 1_000;

/**
 * Reads on until the page is full of rows that the caller may see. The next
 * page begins after a row that was seen, so that no cursor holds another.
 */
export async function readPage<Row, Key>(
  source: PageSource<Row, Key>,
  after: Key | undefined,
  limit: number,
): Promise<{ rows: Row[]; next?: Key }> {
  const found: Row[] = [];
  let size = limit + 1;
  let from = after;
  let isEnd = false;
  while (found.length <= limit && !isEnd) {
    const batch = await source.rows(from, size);
    found.push(...(await source.seen(batch)));
    isEnd = batch.length < size;
    size = Math.max(size, Math.min(size * 4, MOST_ROWS_A_QUESTION));
    const last = batch.at(-1);
    from = last ? source.keyOf(last) : from;
  }
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, ...(last !== undefined && { next: source.keyOf(last) }) };
}
