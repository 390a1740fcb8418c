import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Cell } from '../rows';
import { readWhole } from './decodeFile';
import { FileFault } from './FileFault';
import { jsonFault } from './jsonFault';
import {
  ADVISORY_ID,
  FileFacts,
  RowBatch,
  ROWS_A_BATCH,
  toToken,
} from './types';

const DAY = z.iso.date({ error: 'must be a day such as 2026-11-03' });

const CATALOG = z.object({
  catalogVersion: z.string({ error: 'must be a text' }),
  dateReleased: z.iso.datetime({
    offset: true,
    error: 'must be a time in ISO 8601',
  }),
  vulnerabilities: z
    .array(
      z.object({
        cveID: z
          .string({ error: 'must be a CVE id' })
          .regex(ADVISORY_ID, 'must be a CVE id'),
        dateAdded: DAY,
        dueDate: DAY.optional(),
        knownRansomwareCampaignUse: z.string().optional(),
      }),
      { error: 'must be a list' },
    )
    .min(1, 'must have at least one entry'),
});

/** CISA's known_exploited_vulnerabilities.json. */
export async function* readKev(
  text: AsyncIterable<string>,
): AsyncGenerator<RowBatch, FileFacts> {
  const whole = await readWhole(text);
  const catalog = parse(whole);
  const rows = catalog.vulnerabilities.map((entry): Cell[] => [
    toToken(entry.cveID),
    Date.parse(entry.dateAdded),
    entry.knownRansomwareCampaignUse?.trim().toLocaleLowerCase('en-US') ===
      'known',
  ]);
  for (let start = 0; start < rows.length; start += ROWS_A_BATCH) {
    const batch = rows.slice(start, start + ROWS_A_BATCH);
    yield { rows: batch, firstLine: 1, lastLine: whole.split('\n').length };
  }
  return {
    dataDate: Date.parse(catalog.dateReleased),
    version: catalog.catalogVersion,
  };
}

function parse(text: string): z.output<typeof CATALOG> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw jsonFault(text, { line: 1, column: 1 });
  }
  const result = CATALOG.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const [{ message, path }] = result.error.issues;
  const { column, line } = locate(text, path);
  throw new FileFault(`${pathText(path)} ${message}`, line, column);
}

function pathText(path: PropertyKey[]): string {
  return path.length === 0
    ? 'the file'
    : path
        .map((part, index) =>
          typeof part === 'number'
            ? `[${part}]`
            : `${index > 0 ? '.' : ''}${String(part)}`,
        )
        .join('');
}

/** JSON is a kind of YAML, whose parser knows places; only faults pay for it. */
function locate(
  text: string,
  path: PropertyKey[],
): { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown =
      length === 0
        ? document.contents
        : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { col, line } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}
