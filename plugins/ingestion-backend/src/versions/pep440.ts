import {
  compareDigits,
  compareLists,
  compareText,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

interface PythonVersion {
  epoch: string;
  release: string[];
  /** Before a prerelease, among them, the release, or after it. */
  phase: number;
  pre: string;
  /** Empty without one. */
  post?: string;
  dev?: string;
  local: string[];
}

const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const PHASES: Record<string, number> = {
  a: 1,
  alpha: 1,
  b: 2,
  beta: 2,
  c: 3,
  rc: 3,
  pre: 3,
  preview: 3,
};
/** `1.0.dev1` comes before all prereleases of 1.0. */
const DEV_ALONE = 0;
const RELEASE = 4;

function read(text: string): PythonVersion | undefined {
  const trimmed = text.trim().toLowerCase();
  const match =
    trimmed.length > LONGEST_VERSION ? undefined : VERSION.exec(trimmed);
  if (!match) {
    return undefined;
  }
  const [, epoch, release, pre, preNumber, bare, post, postNumber] = match;
  const [dev, devNumber, local] = match.slice(8);
  const hasPost = bare !== undefined || post !== undefined;
  const isDevAlone = dev !== undefined && pre === undefined && !hasPost;
  return {
    epoch: epoch ?? '0',
    release: release.split('.'),
    phase: isDevAlone ? DEV_ALONE : (PHASES[pre ?? ''] ?? RELEASE),
    pre: preNumber || '0',
    post: hasPost ? bare || postNumber || '0' : undefined,
    dev: dev === undefined ? undefined : devNumber || '0',
    local: local?.split(/[-_.]/) ?? [],
  };
}

/** What is absent comes first: no post release before the first one. */
function compareOptional(left?: string, right?: string): number {
  if (left === undefined || right === undefined) {
    return Number(left !== undefined) - Number(right !== undefined);
  }
  return compareDigits(left, right);
}

/** Numbers come after words, and more parts after fewer. */
function compareLocal(left: string, right: string): number {
  if (left === '' || right === '') {
    return Number(left !== '') - Number(right !== '');
  }
  const isNumber = /^\d+$/.test(left);
  if (isNumber !== /^\d+$/.test(right)) {
    return isNumber ? 1 : -1;
  }
  return isNumber ? compareDigits(left, right) : compareText(left, right);
}

function order(left: PythonVersion, right: PythonVersion): number {
  return (
    compareDigits(left.epoch, right.epoch) ||
    compareLists(left.release, right.release, compareDigits, '0') ||
    left.phase - right.phase ||
    compareDigits(left.pre, right.pre) ||
    compareOptional(left.post, right.post) ||
    compareDev(left.dev, right.dev) ||
    compareLists(left.local, right.local, compareLocal, '')
  );
}

/** A development release comes before what it develops. */
function compareDev(left?: string, right?: string): number {
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  return compareDigits(left, right);
}

/** https://packaging.python.org/specifications/version-specifiers */
export const pep440: VersionScheme = schemeOf(read, order);
