import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { parseReport } from './parseReport';
import { FINDING_TYPES, ParsedFinding, ReportError, SEVERITIES } from './types';

const SOAK = process.env.SYNCHRONY_SOAK === '1';
/** Mutations of each report. */
const RUNS = SOAK ? 400 : 8;
const LARGEST = SOAK ? 2_000_000 : 60_000;
/** A report of this size takes a few milliseconds; this is a hang. */
const HANG_MS = 10_000;

jest.setTimeout(SOAK ? 3_600_000 : 120_000);

function filesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
    : [];
}

const corpus =
  process.env.SYNCHRONY_CORPUS ??
  resolve(__dirname, '../../../../shared/corpus');

const seeds = [
  ...filesIn(join(__dirname, 'formats')).filter(file =>
    file.includes('examples'),
  ),
  ...filesIn(join(corpus, 'reports')),
]
  .map(file => ({ file, body: readFileSync(file) }))
  .filter(({ body }) => body.length <= LARGEST);

/** Values that a reader may not expect at a place. */
const STRANGE: unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'x',
  [],
  {},
  [null],
  [[]],
  { a: null },
  '\u0000',
  '2026-99-99',
  '__proto__',
  'x'.repeat(5_000),
];

/** Every container of a value with the keys of what it holds. */
function placesOf(value: unknown): { holder: object; key: string }[] {
  const places: { holder: object; key: string }[] = [];
  const left: unknown[] = [value];
  while (left.length > 0) {
    const holder = left.pop();
    if (typeof holder === 'object' && holder !== null) {
      for (const [key, inner] of Object.entries(holder)) {
        places.push({ holder, key });
        left.push(inner);
      }
    }
  }
  return places;
}

/** A JSON report with another value, or none, at some places. */
function mutateJson(text: string, changes: [number, number][]): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const places = placesOf(value);
  for (const [place, strange] of places.length > 0 ? changes : []) {
    const { holder, key } = places[place % places.length];
    if (strange % (STRANGE.length + 1) === STRANGE.length) {
      Reflect.deleteProperty(holder, key);
    } else {
      Reflect.set(holder, key, STRANGE[strange % (STRANGE.length + 1)]);
    }
  }
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deeply to be written.
    return text;
  }
}

/** A body with bytes changed, a part cut out, or a part repeated. */
function mutateBytes(body: Buffer, changes: [number, number][]): Buffer {
  return changes.reduce((bytes, [place, how]) => {
    const at = place % Math.max(1, bytes.length);
    switch (how % 4) {
      case 0:
        return bytes.subarray(0, at);
      case 1: {
        const changed = Buffer.from(bytes);
        changed[at] = how % 256;
        return changed;
      }
      case 2:
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 40)]);
      default:
        return Buffer.concat([bytes, bytes.subarray(at, at + 500)]);
    }
  }, body);
}

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
function read(body: Buffer | string): number {
  const start = performance.now();
  try {
    const { runs } = parseReport(body);
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

describe('every reader, given broken reports', () => {
  it.each(seeds.map(seed => [seed.file.split('/').slice(-3).join('/'), seed]))(
    '%s',
    (_name, { body }) => {
      const text = body.toString('utf8');
      fc.assert(
        fc.property(changes, fc.boolean(), (list, asBytes) => {
          const broken = asBytes
            ? mutateBytes(body, list)
            : mutateJson(text, list);
          expect(read(broken)).toBeLessThan(HANG_MS);
        }),
        { numRuns: RUNS },
      );
    },
  );
});
