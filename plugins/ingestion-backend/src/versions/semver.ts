import {
  compareDigits,
  compareLists,
  compareText,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

/** A version of SemVer or NuGet. */
interface Semver {
  numbers: string[];
  /** Empty for a release. */
  prerelease: string[];
}

const DIGITS = /^\d+$/;
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';

function toReader(options: { numbers: RegExp; ignoreCase?: boolean }) {
  const tail = new RegExp(`^(?:-(${IDENTIFIERS}))?(?:\\+${IDENTIFIERS})?$`);
  return (text: string): Semver | undefined => {
    const trimmed = text.trim();
    if (trimmed.length > LONGEST_VERSION) {
      return undefined;
    }
    const head = options.numbers.exec(trimmed);
    const rest = head && tail.exec(trimmed.slice(head[0].length));
    if (!head || !rest) {
      return undefined;
    }
    const prerelease = options.ignoreCase ? rest[1]?.toLowerCase() : rest[1];
    return {
      numbers: head[1].split('.'),
      prerelease: prerelease ? prerelease.split('.') : [],
    };
  };
}

/** Numbers come before words, and sort as numbers (SemVer 2.0.0, rule 11). */
function compareIdentifiers(left: string, right: string): number {
  const isNumber = DIGITS.test(left);
  if (isNumber !== DIGITS.test(right)) {
    return isNumber ? -1 : 1;
  }
  return isNumber ? compareDigits(left, right) : compareText(left, right);
}

function comparePrereleases(left: string[], right: string[]): number {
  if (left.length === 0 || right.length === 0) {
    return right.length - left.length;
  }
  const shorter = Math.min(left.length, right.length);
  const difference = compareLists(
    left.slice(0, shorter),
    right.slice(0, shorter),
    compareIdentifiers,
    '',
  );
  return difference || left.length - right.length;
}

function order(left: Semver, right: Semver): number {
  return (
    compareLists(left.numbers, right.numbers, compareDigits, '0') ||
    comparePrereleases(left.prerelease, right.prerelease)
  );
}

/**
 * SemVer 2.0.0, also with fewer numbers as people write them: npm, Cargo, Hex,
 * Pub, Swift. A leading `v` is passed over. https://semver.org
 */
export const semver: VersionScheme = schemeOf(
  toReader({ numbers: /^[vV]?(\d+(?:\.\d+){0,2})/ }),
  order,
);

/**
 * Versions of Go modules, which are SemVer with a `v`; pseudo-versions are
 * prereleases and sort by their time. https://go.dev/ref/mod#versions
 */
export const golang: VersionScheme = schemeOf(
  toReader({ numbers: /^(?:v|go)?(\d+(?:\.\d+){0,2})/ }),
  order,
);

/**
 * NuGet: SemVer with a fourth number, whatever the case.
 * https://learn.microsoft.com/nuget/concepts/package-versioning
 */
export const nuget: VersionScheme = schemeOf(
  toReader({ numbers: /^[vV]?(\d+(?:\.\d+){0,3})/, ignoreCase: true }),
  order,
);

/**
 * Composer, as far as its versions are numbers alone: its prereleases sort
 * otherwise than those of SemVer. https://getcomposer.org/doc/articles/versions.md
 */
export const composer: VersionScheme = schemeOf(
  text => {
    const match =
      text.length > LONGEST_VERSION
        ? undefined
        : /^[vV]?(\d+(?:\.\d+){0,3})$/.exec(text.trim());
    return match?.[1].split('.');
  },
  (left, right) => compareLists(left, right, compareDigits, '0'),
);
