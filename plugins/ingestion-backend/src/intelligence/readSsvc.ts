import { z } from 'zod';
import { Cell } from '../rows';
import { FileFault } from './FileFault';
import { jsonFault } from './jsonFault';
import { ObjectText, splitJsonObjects } from './splitJsonObjects';
import {
  ADVISORY_ID,
  FileFacts,
  RowBatch,
  ROWS_A_BATCH,
  toToken,
} from './types';

const PROVIDER = 'CISA-ADP';

const RECORD = z.object({
  cveMetadata: z.object({
    cveId: z.string().regex(ADVISORY_ID, 'must be a CVE id'),
  }),
  containers: z
    .object({
      adp: z
        .array(
          z.object({
            providerMetadata: z
              .object({ shortName: z.string().optional() })
              .optional(),
            metrics: z
              .array(
                z.object({
                  other: z
                    .object({ type: z.string(), content: z.unknown() })
                    .optional(),
                }),
              )
              .optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

const CONTENT = z.object({
  timestamp: z.iso.datetime({
    offset: true,
    error: 'must be a time in ISO 8601',
  }),
  options: z.array(z.record(z.string(), z.string())),
});

const EXPLOITATION = ['none', 'poc', 'active'];
const AUTOMATABLE = ['no', 'yes'];
const IMPACT = ['partial', 'total'];

/**
 * CVE records with the container in which CISA's Vulnrichment gives SSVC
 * decision points. Records without one say nothing, and are passed over.
 */
export async function* readSsvc(
  text: AsyncIterable<string>,
): AsyncGenerator<RowBatch, FileFacts> {
  let rows: Cell[][] = [];
  let dataDate: number | undefined;
  let firstLine = 1;
  let line = 1;
  for await (const object of splitJsonObjects(text)) {
    line = object.line;
    const found = readRecord(object);
    if (found) {
      dataDate = Math.max(dataDate ?? 0, found.at);
      rows.push(found.row);
    }
    if (rows.length === ROWS_A_BATCH) {
      yield { rows, firstLine, lastLine: line };
      rows = [];
      firstLine = line;
    }
  }
  if (rows.length > 0) {
    yield { rows, firstLine, lastLine: line };
  }
  if (dataDate === undefined) {
    throw new FileFault(
      `no record has SSVC decision points of ${PROVIDER}`,
      line,
      1,
    );
  }
  return { dataDate };
}

function readRecord(
  object: ObjectText,
): { row: Cell[]; at: number } | undefined {
  const record = checked(object, '', RECORD, parse(object));
  const { cveId } = record.cveMetadata;
  const other = record.containers?.adp
    ?.filter(({ providerMetadata }) => providerMetadata?.shortName === PROVIDER)
    .flatMap(({ metrics }) => metrics ?? [])
    .find(metric => metric.other?.type === 'ssvc')?.other;
  if (!other) {
    return undefined;
  }
  const { options, timestamp } = checked(
    object,
    `${cveId}: SSVC `,
    CONTENT,
    other.content,
  );
  const answers = new Map(
    options.flatMap(option =>
      Object.entries(option).map(([name, value]) => [
        name.toLocaleLowerCase('en-US'),
        value.toLocaleLowerCase('en-US'),
      ]),
    ),
  );
  const indexOf = (name: string, words: string[]) => {
    const value = answers.get(name.toLocaleLowerCase('en-US'));
    const index = value === undefined ? -1 : words.indexOf(value);
    if (index === -1) {
      throw new FileFault(
        `${cveId}: SSVC ${name} must be among ${words.join(', ')}`,
        object.line,
        object.column,
      );
    }
    return index;
  };
  return {
    row: [
      toToken(cveId),
      indexOf('Exploitation', EXPLOITATION),
      indexOf('Automatable', AUTOMATABLE),
      indexOf('Technical Impact', IMPACT),
    ],
    at: Date.parse(timestamp),
  };
}

function parse(object: ObjectText): unknown {
  try {
    return JSON.parse(object.text);
  } catch {
    throw jsonFault(object.text, object);
  }
}

function checked<T extends z.ZodType>(
  { column, line }: ObjectText,
  prefix: string,
  schema: T,
  value: unknown,
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const [{ message, path }] = result.error.issues;
  throw new FileFault(
    `${prefix}${path.map(String).join('.')}: ${message}`,
    line,
    column,
  );
}
