/**
 * Where the well-known build services check a repository out. Each pattern
 * ends at the repository's root. A path that matches none stays as it is:
 * guessing would give two files one name.
 */
const CHECKOUTS: readonly RegExp[] = [
  // GitHub Actions: runner, container job, container action, Windows runner
  /^\/home\/runner\/work\/[^/]+\/[^/]+\//,
  /^\/Users\/runner\/work\/[^/]+\/[^/]+\//,
  /^\/__w\/(?:\d+\/s|[^/]+\/[^/]+)\//,
  /^\/github\/workspace\//,
  /^\/?[A-Za-z]:\/a\/(?:\d+\/s|[^/]+\/[^/]+)\//,
  // Azure Pipelines: hosted and own agents
  /^\/home\/vsts\/work\/\d+\/s\//,
  /^(?:\/?[A-Za-z]:)?\/(?:[^/]+\/){0,4}_work\/\d+\/s\//,
  // GitLab: /builds/[token/number/]group/project/
  /^\/builds\/(?:[^/]+\/\d+\/)?[^/]+\/[^/]+\//,
  // Jenkins
  /^\/(?:var\/(?:lib\/)?jenkins(?:_home)?|home\/jenkins(?:\/agent)?)\/workspace\/[^/]+\//,
  // Bitbucket, CircleCI, Travis, Cloud Build, Drone, Woodpecker
  /^\/opt\/atlassian\/pipelines\/agent\/build\//,
  /^\/(?:home\/circleci|root)\/project\//,
  /^\/home\/travis\/build\/[^/]+\/[^/]+\//,
  /^\/workspace\//,
  /^\/drone\/src\//,
  /^\/woodpecker\/src\/[^/]+\/[^/]+\/[^/]+\//,
];

/** Less sure, so the roots that a report names come first. */
const MOUNTS: readonly RegExp[] = [
  // where scanner images expect the source to be mounted
  /^\/(?:src|source|code|project|repo|scan)\//,
  // temporary directories with a random part
  /^\/(?:private\/)?(?:var\/)?tmp\/[^/]+\//,
  /^\/(?:private\/)?var\/folders\/[^/]+\/[^/]+\/T\/[^/]+\//,
];

function prefixLength(path: string, patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    const length = pattern.exec(path)?.[0].length;
    if (length !== undefined && length < path.length) return length;
  }
  return 0;
}

const SYSTEM_ROOT =
  /^\/(?:home|Users|root|tmp|private|var|opt|usr|etc|mnt|srv|data|bin|lib|lib64|sbin)\//;

/** Forward slashes, no `.` and no `..` that can be resolved. */
export function normalisePath(path: string): string {
  const slashed = path.includes('\\') ? path.replace(/\\/g, '/') : path;
  if (!slashed.includes('./') && !slashed.includes('//')) return slashed;
  const absolute = slashed.startsWith('/');
  const segments: string[] = [];
  for (const segment of slashed.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') {
      segments.pop();
    } else if (segment !== '..' || !absolute) {
      segments.push(segment);
    }
  }
  return (absolute ? '/' : '') + segments.join('/');
}

/**
 * An absolute path relative to the repository, where a build service checked
 * it out, or if it lies in one of the given roots; else unchanged.
 */
export function stripCheckout(
  path: string,
  roots: readonly string[] = [],
): string {
  const checkout = prefixLength(path, CHECKOUTS);
  if (checkout > 0) return path.slice(checkout);
  for (const root of roots) {
    if (root.length > 1 && path.startsWith(root) && path.length > root.length) {
      return path.slice(root.length);
    }
  }
  return path.slice(prefixLength(path, MOUNTS));
}

/** A path that a tool wrote without `file:`; a leading slash mostly means the repository's root. */
export function toRepositoryPath(
  path: string,
  roots: readonly string[] = [],
): string {
  const normal = normalisePath(path.trim());
  const stripped = stripCheckout(normal, roots);
  if (stripped !== normal || !normal.startsWith('/')) {
    return stripped.startsWith('./') ? stripped.slice(2) : stripped;
  }
  return SYSTEM_ROOT.test(normal) ? normal : normal.slice(1);
}

/**
 * A scanned path as what tells scans of one tool apart: undefined for the whole
 * repository, and for absolute paths, which name the machine that scanned.
 */
export function categoryOfPath(path: string | undefined): string | undefined {
  if (!path) return undefined;
  const normal = normalisePath(path.trim()).replace(/\/+$/, '');
  const isAbsolute = normal.startsWith('/') || /^[a-z]:/i.test(normal);
  const relative = isAbsolute ? undefined : normal.replace(/^\.\//, '');
  return relative && relative !== '.' && !relative.startsWith('..')
    ? relative
    : undefined;
}
