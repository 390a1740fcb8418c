import {
  compareDigits,
  compareText,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

interface RpmVersion {
  epoch: string;
  version: string;
  /** Undefined where nothing is said of it. */
  release?: string;
}

const VERSION =
  /^(?:(\d+):)?([A-Za-z0-9._+~^]*[A-Za-z0-9][A-Za-z0-9._+~^]*)(?:-([A-Za-z0-9._+~^]+))?$/;

function read(text: string): RpmVersion | undefined {
  const trimmed = text.trim();
  const match =
    trimmed.length > LONGEST_VERSION ? undefined : VERSION.exec(trimmed);
  return match && /\d/.test(match[2])
    ? { epoch: match[1] ?? '0', version: match[2], release: match[3] }
    : undefined;
}

const isDigit = (text: string | undefined) => /^\d/.test(text ?? '');

/** Which end it is that one of the two has reached. */
function compareEnds(left?: string, right?: string): number {
  // A tilde comes before the end of a version, a caret after it.
  if (left === '~' || right === '~') {
    return left === '~' ? -1 : 1;
  }
  return Number(left !== undefined) - Number(right !== undefined);
}

function compareSegments(left?: string, right?: string): number {
  if (left === right) {
    return 0;
  }
  const isMarked = [left, right].some(part => part === '~' || part === '^');
  if (
    left === undefined ||
    right === undefined ||
    left === '~' ||
    right === '~'
  ) {
    return compareEnds(left, right);
  }
  if (isMarked) {
    return left === '^' ? -1 : 1;
  }
  if (isDigit(left) !== isDigit(right)) {
    return isDigit(left) ? 1 : -1;
  }
  return isDigit(left) ? compareDigits(left, right) : compareText(left, right);
}

function compareParts(left: string, right: string): number {
  const split = (text: string) => text.match(/\d+|[A-Za-z]+|[~^]/g) ?? [];
  const one = split(left);
  const other = split(right);
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const order = compareSegments(one[index], other[index]);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** https://rpm-software-management.github.io/rpm/man/rpm-version.7 */
export const rpm: VersionScheme = schemeOf(
  read,
  (left, right) =>
    compareDigits(left.epoch, right.epoch) ||
    compareParts(left.version, right.version) ||
    // Without a release all releases of the version are meant.
    (left.release === undefined || right.release === undefined
      ? 0
      : compareParts(left.release, right.release)),
);
