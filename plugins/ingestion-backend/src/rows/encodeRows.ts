/** A value of a column. */
export type Cell = string | number | boolean | null;

/** The database that rows are meant for. */
export type Engine = 'pg' | 'sqlite';

/**
 * Rows of one statement as text that goes into it as it is, so that the thread
 * that serves requests never touches single rows: for PostgreSQL one array
 * literal a column, for SQLite one JSON text.
 */
export interface Rows {
  count: number;
  texts: string[];
}

/** Few enough that no statement takes long. */
const ROWS_A_STATEMENT = 1000;

/** Cuts rows into pieces, one a statement. */
export function encodeRows(
  engine: Engine,
  rows: Cell[][],
  rowsAStatement = ROWS_A_STATEMENT,
): Rows[] {
  const pieces: Rows[] = [];
  for (let start = 0; start < rows.length; start += rowsAStatement) {
    const piece = rows.slice(start, start + rowsAStatement);
    pieces.push({
      count: piece.length,
      texts: engine === 'pg' ? toArrays(piece) : [JSON.stringify(piece)],
    });
  }
  return pieces;
}

function toArrays(rows: Cell[][]): string[] {
  return rows[0].map((_, column) => {
    let text = '{';
    for (const [index, row] of rows.entries()) {
      text += (index > 0 ? ',' : '') + toElement(row[column]);
    }
    return `${text}}`;
  });
}

function toElement(cell: Cell): string {
  if (cell === null) {
    return 'NULL';
  }
  if (typeof cell !== 'string') {
    return String(cell);
  }
  return /["\\]/.test(cell)
    ? `"${cell.replace(/["\\]/g, '\\$&')}"`
    : `"${cell}"`;
}

/**
 * Text that both databases can hold: PostgreSQL refuses the character NUL, and
 * halves of surrogate pairs are no text at all.
 */
export function cleanText(text: string): string {
  const clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
  return clean.isWellFormed() ? clean : clean.toWellFormed();
}
