import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { detectFormat, parseReport } from './parseReport';
import {
  Change,
  exampleReports,
  filesIn,
  mutateBytes,
  mutateHead,
  mutateJson,
  withEachValue,
} from './testing';
import { FINDING_TYPES, ParsedFinding, ReportError, SEVERITIES } from './types';

const SOAK = process.env.SYNCHRONY_SOAK === '1';
/** Mutations of each report. */
const RUNS = SOAK ? 400 : 8;
const LARGEST = SOAK ? 2_000_000 : 60_000;
/** A report of this size takes a few milliseconds; this is a hang. */
const HANG_MS = 10_000;

jest.setTimeout(SOAK ? 3_600_000 : 120_000);

const corpus =
  process.env.SYNCHRONY_CORPUS ??
  resolve(__dirname, '../../../../shared/corpus');

interface Seed {
  name: string;
  body: Buffer;
  /** What a submitter would name. */
  format?: string;
}

/** The format that the content tells; hostile reports have none. */
function formatOf(body: Buffer): string | undefined {
  try {
    return detectFormat(body);
  } catch {
    return undefined;
  }
}

const seeds: Seed[] = [
  ...exampleReports(join(__dirname, 'formats')),
  ...filesIn(join(corpus, 'reports')).map(file => ({
    name: file.split(sep).slice(-3).join('/'),
    body: readFileSync(file),
  })),
]
  .filter(({ body }) => body.length <= LARGEST)
  .map((seed: Seed) => ({
    ...seed,
    format: seed.format ?? formatOf(seed.body),
  }));

function expectWellFormed(finding: ParsedFinding): void {
  const { advisoryIds, cwes, links, locations, ruleId, severity, title, type } =
    finding;
  expect(FINDING_TYPES).toContain(type);
  expect(SEVERITIES).toContain(severity);
  for (const text of [ruleId, title]) {
    expect(typeof text).toBe('string');
    expect(text).not.toBe('');
  }
  expect(cwes.every(Number.isInteger)).toBe(true);
  expect(advisoryIds.every(id => typeof id === 'string')).toBe(true);
  expect(links.every(link => /^https?:\/\//i.test(link))).toBe(true);
  for (const { path, startLine, url } of locations) {
    expect(['string', 'undefined']).toContain(typeof path);
    expect(['string', 'undefined']).toContain(typeof url);
    expect(startLine === undefined || startLine >= 1).toBe(true);
  }
}

/** The milliseconds to read a body: it is a report, or a fault that says what is wrong. */
function read(body: Buffer | string, format?: string): number {
  const start = performance.now();
  try {
    const { runs } = parseReport(body, { format });
    for (const finding of runs.flatMap(run => run.findings)) {
      expectWellFormed(finding);
    }
  } catch (error) {
    if (!(error instanceof ReportError)) {
      throw error;
    }
    expect(error.message.length).toBeLessThan(4_000);
  }
  return performance.now() - start;
}

const changes = fc.array(fc.tuple(fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 4,
});

const mutations = fc.constantFrom(
  'bytes' as const,
  'json' as const,
  'head' as const,
);

describe('every reader, given broken reports', () => {
  it.each(seeds.map(seed => [seed.name, seed] as const))(
    '%s',
    (_name, { body, format }) => {
      const text = body.toString('utf8');
      const mutate = {
        bytes: (list: Change[]) => mutateBytes(body, list),
        json: (list: Change[]) => mutateJson(text, list),
        head: (list: Change[]) => mutateHead(text, list),
      };
      fc.assert(
        fc.property(changes, mutations, (list, how) => {
          const broken = mutate[how](list);
          expect(read(broken)).toBeLessThan(HANG_MS);
          // A broken head reaches its reader only when the format is named.
          expect(read(broken, format)).toBeLessThan(HANG_MS);
        }),
        { numRuns: RUNS },
      );
    },
  );
});

describe('every reader of JSON, given one strange value', () => {
  const examples = exampleReports(join(__dirname, 'formats')).filter(
    ({ body, name }) => name.endsWith('.json') && body.length <= LARGEST,
  );

  it.each(examples.map(example => [example.name, example] as const))(
    '%s',
    (_name, { body, format }) => {
      const document: unknown = JSON.parse(body.toString('utf8'));
      // No text at all, and numbers that no column holds.
      for (const strange of ['a\u0000\ud800', 1e300, -5]) {
        for (const each of withEachValue(document, strange)) {
          expect(() =>
            read(JSON.stringify(each.document), format),
          ).not.toThrow();
        }
      }
    },
  );
});
