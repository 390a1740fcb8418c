import { CsvRow, ReportError } from '../types';

const DELIMITERS = [',', ';', '\t'] as const;
const MOST_COLUMNS = 500;

/** The delimiter of the first line; undefined when there is a single column. */
function delimiterOf(text: string): string | undefined {
  const end = text.search(/[\r\n]/);
  const header = end === -1 ? text : text.slice(0, end);
  return DELIMITERS.find(delimiter => header.includes(delimiter));
}

/** Whether a text could be a table with several columns. */
export function isCsv(text: string): boolean {
  return delimiterOf(text.trimStart()) !== undefined;
}

/**
 * A table as RFC 4180 has it, with comma, semicolon or tab: its header, and its
 * rows with the line that each begins at.
 *
 * @throws ReportError for a quoted field that does not end
 */
export function readCsv(text: string): {
  header: string[];
  rows: CsvRow[];
} {
  const delimiter = delimiterOf(text.trimStart()) ?? ',';
  const records: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let startLine = 1;
  let index = 0;
  const endRecord = () => {
    if (cells.length > 1 || cells[0]?.trim()) {
      records.push({ line: startLine, cells });
    }
    cells = [];
  };
  while (index < text.length) {
    if (cells.length === 0) startLine = line;
    if (cells.length >= MOST_COLUMNS) {
      throw new ReportError(
        `The table has more than ${MOST_COLUMNS} columns at line ${line}.`,
        { line },
      );
    }
    const field = readField(text, index, delimiter, line);
    cells.push(field.value);
    line = field.line;
    index = field.end;
    if (text[index] === delimiter) {
      index += 1;
      if (index === text.length) cells.push('');
    } else {
      if (text[index] === '\r') index += 1;
      if (text[index] === '\n') {
        index += 1;
      }
      line += 1;
      endRecord();
    }
  }
  endRecord();
  const [header, ...rows] = records;
  return { header: header?.cells.map(cell => cell.trim()) ?? [], rows };
}

/** A field from `start`: its value, where it ends, and the line there. */
function readField(
  text: string,
  start: number,
  delimiter: string,
  line: number,
): { value: string; end: number; line: number } {
  if (text[start] === '"') return readQuoted(text, start, delimiter, line);
  let end = start;
  while (
    end < text.length &&
    text[end] !== delimiter &&
    text[end] !== '\n' &&
    text[end] !== '\r'
  ) {
    end += 1;
  }
  return { value: text.slice(start, end), end, line };
}

function readQuoted(
  text: string,
  start: number,
  delimiter: string,
  firstLine: number,
): { value: string; end: number; line: number } {
  const parts: string[] = [];
  let line = firstLine;
  let from = start + 1;
  let quote = text.indexOf('"', from);
  while (quote !== -1) {
    const part = text.slice(from, quote);
    line += part.split('\n').length - 1;
    parts.push(part);
    if (text[quote + 1] !== '"') {
      const rest = readField(text, quote + 1, delimiter, line);
      return { ...rest, value: parts.join('"') + rest.value };
    }
    from = quote + 2;
    quote = text.indexOf('"', from);
  }
  throw new ReportError(
    `The quoted field that begins at line ${firstLine} does not end.`,
    { line: firstLine },
  );
}
