import {
  compareDigits,
  compareText,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

interface ApkVersion {
  numbers: string[];
  letter: string;
  suffixes: { rank: number; number: string }[];
  revision: string;
}

/** Before the release come the first four, after it the others. */
const SUFFIXES = [
  'alpha',
  'beta',
  'pre',
  'rc',
  '',
  'cvs',
  'svn',
  'git',
  'hg',
  'p',
];
const RELEASE = { rank: SUFFIXES.indexOf(''), number: '0' };

const VERSION =
  /^(\d+(?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~[0-9a-f]+)?(?:-r(\d+))?$/;

function read(text: string): ApkVersion | undefined {
  const trimmed = text.trim();
  const match =
    trimmed.length > LONGEST_VERSION ? undefined : VERSION.exec(trimmed);
  return match?.[1] === undefined
    ? undefined
    : {
        numbers: match[1].split('.'),
        letter: match[2],
        suffixes: [...match[3].matchAll(/_([a-z]+)(\d*)/g)].map(
          ([, word, number]) => ({
            rank: SUFFIXES.indexOf(word),
            number: number || '0',
          }),
        ),
        revision: match[4] ?? '0',
      };
}

/** A number with a leading zero is the part of a fraction, but not the first one. */
function compareNumbers(left: string[], right: string[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index], right[index]];
    if (one === undefined || other === undefined) {
      return Number(one !== undefined) - Number(other !== undefined);
    }
    const isFraction =
      index > 0 && (one.startsWith('0') || other.startsWith('0'));
    const order = isFraction
      ? compareText(one, other)
      : compareDigits(one, other);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function compareSuffixes(
  left: ApkVersion['suffixes'],
  right: ApkVersion['suffixes'],
): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const one = left[index] ?? RELEASE;
    const other = right[index] ?? RELEASE;
    const order =
      one.rank - other.rank || compareDigits(one.number, other.number);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** https://man.archlinux.org/man/apk-package.5 and apk-tools' version.c */
export const apk: VersionScheme = schemeOf(
  read,
  (left, right) =>
    compareNumbers(left.numbers, right.numbers) ||
    compareText(left.letter, right.letter) ||
    compareSuffixes(left.suffixes, right.suffixes) ||
    compareDigits(left.revision, right.revision),
);
