import {
  compareDigits,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

/** An epoch, what the authors call it, and what the distribution made of it. */
interface DebianVersion {
  epoch: string;
  upstream: string;
  revision: string;
}

const VERSION = /^(?:(\d+):)?(\d[A-Za-z0-9.+:~-]*?)(?:-([A-Za-z0-9+.~]+))?$/;

function read(text: string): DebianVersion | undefined {
  const trimmed = text.trim();
  const match =
    trimmed.length > LONGEST_VERSION ? undefined : VERSION.exec(trimmed);
  return match
    ? { epoch: match[1] ?? '0', upstream: match[2], revision: match[3] ?? '0' }
    : undefined;
}

/** A tilde comes before the end, the end before letters, letters before the rest. */
function weightOf(character: string | undefined): number {
  if (character === '~') {
    return -1;
  }
  if (character === undefined) {
    return 0;
  }
  const code = character.charCodeAt(0);
  return /[A-Za-z]/.test(character) ? code : code + 256;
}

function compareWords(left: string, right: string): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = weightOf(left[index]) - weightOf(right[index]);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** Words and numbers by turns, beginning with a word. */
function compareParts(left: string, right: string): number {
  const split = (text: string) => text.match(/\D+|\d+/g) ?? [];
  const one = startWithWord(split(left));
  const other = startWithWord(split(right));
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const compare = index % 2 === 0 ? compareWords : compareDigits;
    const order = compare(one[index] ?? '', other[index] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function startWithWord(parts: string[]): string[] {
  return /^\d/.test(parts[0] ?? '') ? ['', ...parts] : parts;
}

/** https://www.debian.org/doc/debian-policy/ch-controlfields.html#version */
export const deb: VersionScheme = schemeOf(
  read,
  (left, right) =>
    compareDigits(left.epoch, right.epoch) ||
    compareParts(left.upstream, right.upstream) ||
    compareParts(left.revision, right.revision),
);
