import { apk } from './apk';
import { deb } from './deb';
import { gem } from './gem';
import { maven } from './maven';
import { pep440 } from './pep440';
import { rpm } from './rpm';
import { composer, golang, nuget, semver } from './semver';
import { Comparison, VersionScheme } from './types';

/** By package URL type. Of others nobody here knows the order. */
const SCHEMES: ReadonlyMap<string, VersionScheme> = new Map([
  ['apk', apk],
  ['cargo', semver],
  ['composer', composer],
  ['deb', deb],
  ['gem', gem],
  ['githubactions', semver],
  ['golang', golang],
  ['hex', semver],
  ['maven', maven],
  ['npm', semver],
  ['nuget', nuget],
  ['pub', semver],
  ['pypi', pep440],
  ['rpm', rpm],
  ['swift', semver],
]);

/**
 * Which of two versions of a package comes first, by the rules of its
 * ecosystem. Undefined when the ecosystem is not known, or one of the two is no
 * version there; only the same text is equal in any case.
 */
export function compareVersions(
  type: string,
  left: string,
  right: string,
): Comparison {
  if (left.trim() === right.trim()) {
    return 0;
  }
  return SCHEMES.get(type)?.compare(left, right);
}
