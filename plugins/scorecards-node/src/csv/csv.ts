/**
 * What spreadsheets take for the beginning of a formula (OWASP, CSV
 * Injection), also in its full-width forms.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

/**
 * A cell of CSV (RFC 4180). Text that a spreadsheet would run as a formula
 * gets an apostrophe in front, which spreadsheets hide.
 *
 * @public
 */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV with its end. @public */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}
