import { ExportFormat } from '@synchrony/backstage-plugin-ingestion-common';
import { csvLine } from '@synchrony/backstage-plugin-scorecards-node';

type CellValue = string | number | boolean | readonly (string | number)[];

/** A column of a table that is written out. */
export interface ExportColumn<T> {
  title: string;
  /** Undefined leaves the cell empty. */
  value(item: T): CellValue | undefined;
}

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes items page by page, so that never more than one page is in memory.
 * The first piece comes with the first page: whatever is wrong from the start
 * is known before anything is sent.
 */
export function writeExport<T>(
  format: ExportFormat,
  columns: readonly ExportColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): AsyncGenerator<string> {
  return format === 'csv' ? writeCsv(columns, pages) : writeJson(pages);
}

async function* writeCsv<T>(
  columns: readonly ExportColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title));
  for await (const page of pages) {
    const lines = page.map(item =>
      csvLine(columns.map(({ value }) => toText(value(item)))),
    );
    yield head + lines.join('');
    head = '';
  }
  yield head;
}

async function* writeJson<T>(
  pages: AsyncIterable<readonly T[]>,
): AsyncGenerator<string> {
  let before = '[';
  for await (const page of pages) {
    let text = '';
    for (const item of page) {
      text += `${before}\n${JSON.stringify(item)}`;
      before = ',';
    }
    yield text;
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

function toText(value: CellValue | undefined): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}
