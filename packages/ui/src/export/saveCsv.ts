import { saveText } from './saveText';

/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

function formatCell(value: string | number): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets
 * an apostrophe in front.
 *
 * @public
 */
export function formatCsv(rows: readonly (string | number)[][]): string {
  return rows.map(row => `${row.map(formatCell).join(',')}\r\n`).join('');
}

/**
 * Lets the browser save rows as a CSV file.
 *
 * @public
 */
export function saveCsv(
  name: string,
  rows: readonly (string | number)[][],
): void {
  saveText(name, 'text/csv', formatCsv(rows));
}
