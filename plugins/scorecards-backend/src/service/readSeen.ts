/** Rows in their order, and which of them a caller may see. */
export interface SeenSource<Row> {
  /** Rows from a place on, counted from where the page begins. */
  read: (offset: number, limit: number) => Promise<Row[]>;
  /** One question to the catalog. */
  seen: (rows: Row[]) => Promise<Row[]>;
}

/** What a page is made of. */
export interface SeenRows<Row> {
  /** One more than the page holds where it is known that more follow. */
  found: Row[];
  /** How many rows were looked at. */
  looked: number;
  /** Whether nothing follows the rows that were looked at. */
  isEnd: boolean;
}

const MOST_ROWS_A_QUESTION = 1_000;
const MOST_QUESTIONS = 5;
/** Where few rows may be seen, it asks about more at a time. */
const GROWTH = 4;

/**
 * Reads until a page is full of rows that the caller may see, or until the
 * catalog was asked a few times: then the next page goes on from there.
 */
export async function readSeen<Row>(
  { read, seen }: SeenSource<Row>,
  limit: number,
): Promise<SeenRows<Row>> {
  const found: Row[] = [];
  let looked = 0;
  let isEnd = false;
  let size = limit + 1;
  for (
    let questions = 0;
    questions < MOST_QUESTIONS && found.length <= limit && !isEnd;
    questions += 1
  ) {
    const rows = await read(looked, size);
    found.push(...(await seen(rows)));
    looked += rows.length;
    isEnd = rows.length < size;
    size = Math.max(size, Math.min(size * GROWTH, MOST_ROWS_A_QUESTION));
  }
  return { found, looked, isEnd };
}
