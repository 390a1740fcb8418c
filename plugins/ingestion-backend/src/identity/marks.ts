import { HashMemo, shortHash } from './hash';

/** More are no better, and what a hostile report writes is stored. */
const MOST_MARKS = 8;

const METHOD_LENGTH = 5;

/** Stands before the number of a hash. */
const NUMBER = '~';

/** A column is where something stands in its line, not what it is. */
const NO_IDENTITY = new Set(['primaryLocationStartColumnFingerprint']);

interface Mark {
  method: string;
  version: number;
  text: string;
}

/** What the name of a fingerprint says. */
interface MarkName {
  method: string;
  short: string;
  version: number;
}

/** Reads names of fingerprints: a report has few, at each finding the same. */
export class MarkNames {
  readonly #hashes: HashMemo;
  readonly #known = new Map<string, MarkName>();

  constructor(hashes: HashMemo) {
    this.#hashes = hashes;
  }

  get(name: string): MarkName {
    const known = this.#known.get(name);
    if (known) {
      return known;
    }
    const [, method = name, digits] = /^(.*?)(?:\/v(\d+))?$/s.exec(name) ?? [];
    const read = {
      method,
      short: this.#hashes.short(method).slice(0, METHOD_LENGTH),
      version: Number(digits ?? 0),
    };
    this.#known.set(name, read);
    return read;
  }
}

/**
 * GitHub numbers lines with the same hash, `39fa2ee980eb94b0:2`. The number is
 * not part of what the line is, and stays beside the hash.
 */
function encodeValue(value: string): string {
  const [, hash = value, number] = /^(.{8,}):(\d{1,6})$/s.exec(value) ?? [];
  return number === undefined
    ? shortHash(value)
    : `${shortHash(hash)}${NUMBER}${number}`;
}

/**
 * Fingerprints of a tool in one text. Their names carry the version of their
 * method, as in `primaryLocationLineHash/v1` (SARIF 2.1.0 §3.5.4), and a tool
 * that moves to a new method writes both for a while.
 *
 * @param isTelling - whether a fingerprint says anything of its finding
 */
export function encodeMarks(
  fingerprints: Readonly<Record<string, string>>,
  names: MarkNames,
  isTelling: (name: string, value: string) => boolean = () => true,
): string {
  const marks: Mark[] = [];
  for (const name of Object.keys(fingerprints)) {
    const { method, short, version } = names.get(name);
    const value = fingerprints[name];
    if (!NO_IDENTITY.has(method) && isTelling(name, value)) {
      marks.push({
        method: short,
        version,
        text: `${short}:${version}:${encodeValue(value)}`,
      });
    }
  }
  if (marks.length > 1) {
    marks.sort(
      (a, b) => b.version - a.version || (a.method < b.method ? -1 : 1),
    );
  }
  return marks
    .slice(0, MOST_MARKS)
    .map(({ text }) => text)
    .join(',');
}

/** The single fingerprints of {@link encodeMarks}, newest first. */
export function splitMarks(marks: string): string[] {
  return marks === '' ? [] : marks.split(',');
}

function newestByMethod(marks: string): Map<string, [number, string][]> {
  const methods = new Map<string, [number, string][]>();
  for (const mark of splitMarks(marks)) {
    const [method, version, value] = mark.split(':');
    const list = methods.get(method) ?? [];
    list.push([Number(version), value]);
    methods.set(method, list);
  }
  return methods;
}

/**
 * What the fingerprints of two findings say: of each method that both have,
 * the newest common version counts. `unclear` when there is none, or when
 * methods disagree.
 */
export function compareMarks(
  one: string,
  other: string,
): 'same' | 'different' | 'unclear' {
  if (one === '' || other === '') {
    return 'unclear';
  }
  if (one === other) {
    return 'same';
  }
  const others = newestByMethod(other);
  let same = 0;
  let different = 0;
  for (const [method, versions] of newestByMethod(one)) {
    const known = new Map(others.get(method));
    const common = versions.find(([version]) => known.has(version));
    if (common) {
      const [version, value] = common;
      if (known.get(version) === value) {
        same += 1;
      } else {
        different += 1;
      }
    }
  }
  if (same > 0) {
    return different === 0 ? 'same' : 'unclear';
  }
  return different > 0 ? 'different' : 'unclear';
}

/** Whether two have a hash in common, however it is numbered. */
export function haveCommonHash(one: string, other: string): boolean {
  const hashes = new Set(splitMarks(one).map(withoutNumber));
  return splitMarks(other).some(mark => hashes.has(withoutNumber(mark)));
}

function withoutNumber(mark: string): string {
  return mark.split(NUMBER, 1)[0];
}
