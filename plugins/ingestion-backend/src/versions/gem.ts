import {
  compareDigits,
  compareLists,
  compareText,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

const VERSION =
  /^\d+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const DIGITS = /^\d+$/;

/** Zeros before a word, and at the end, say nothing. */
function trim(segments: string[]): string[] {
  const kept: string[] = [];
  const dropZeros = () => {
    while (kept.length > 0 && /^0+$/.test(kept[kept.length - 1])) {
      kept.pop();
    }
  };
  let hasWord = false;
  for (const segment of segments) {
    if (!hasWord && !DIGITS.test(segment)) {
      hasWord = true;
      dropZeros();
    }
    kept.push(segment);
  }
  dropZeros();
  return kept;
}

function read(text: string): string[] | undefined {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_VERSION || !VERSION.test(trimmed)
    ? undefined
    : trim(trimmed.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? []);
}

/** A word makes a prerelease, so it comes before any number. */
function compareSegments(left: string, right: string): number {
  const isNumber = DIGITS.test(left);
  if (isNumber !== DIGITS.test(right)) {
    return isNumber ? 1 : -1;
  }
  return isNumber ? compareDigits(left, right) : compareText(left, right);
}

/** https://docs.ruby-lang.org/en/master/Gem/Version.html */
export const gem: VersionScheme = schemeOf(read, (left, right) =>
  compareLists(left, right, compareSegments, '0'),
);
