import { toPurl } from './purls';

/** Package URL types by what tools call a package's ecosystem or manager. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['npm', 'npm'],
  ['yarn', 'npm'],
  ['pnpm', 'npm'],
  ['bun', 'npm'],
  ['maven', 'maven'],
  ['gradle', 'maven'],
  ['sbt', 'maven'],
  ['pip', 'pypi'],
  ['pipenv', 'pypi'],
  ['poetry', 'pypi'],
  ['setuptools', 'pypi'],
  ['uv', 'pypi'],
  ['pypi', 'pypi'],
  ['go', 'golang'],
  ['gomod', 'golang'],
  ['golang', 'golang'],
  ['gem', 'gem'],
  ['rubygems', 'gem'],
  ['bundler', 'gem'],
  ['composer', 'composer'],
  ['packagist', 'composer'],
  ['nuget', 'nuget'],
  ['cargo', 'cargo'],
  ['rust', 'cargo'],
  ['conan', 'conan'],
  ['hex', 'hex'],
  ['erlang', 'hex'],
  ['pub', 'pub'],
  ['swift', 'swift'],
  ['actions', 'githubactions'],
  ['alpine', 'apk'],
  ['wolfi', 'apk'],
  ['debian', 'deb'],
  ['ubuntu', 'deb'],
  ['redhat', 'rpm'],
  ['rhel', 'rpm'],
  ['centos', 'rpm'],
  ['rocky', 'rpm'],
  ['alma', 'rpm'],
  ['amazon', 'rpm'],
  ['fedora', 'rpm'],
  ['oracle', 'rpm'],
  ['photon', 'rpm'],
]);

const SYSTEM_TYPES = new Set(['apk', 'deb', 'rpm']);

const DEB = new Set(['debian', 'ubuntu']);
const APK = new Set(['alpine', 'wolfi', 'chainguard']);
const RPM = new Set([
  'amzn',
  'amazon',
  'centos',
  'fedora',
  'oracle',
  'ol',
  'redhat',
  'rhel',
  'rocky',
  'almalinux',
  'sles',
  'opensuse',
]);

/** A package URL of a package as its ecosystem names it: `@scope/name`, `group:name`, `host/path/name`. */
export function purlOfPackage(
  type: string,
  name: string,
  version: string | undefined,
): string | undefined {
  const colon = type === 'maven' ? name.indexOf(':') : -1;
  const split = colon > 0 ? colon : name.lastIndexOf('/');
  return split > 0
    ? toPurl(type, name.slice(0, split), name.slice(split + 1), version)
    : toPurl(type, undefined, name, version);
}

/** A package URL of a package of an ecosystem as tools name it; undefined for an unknown one. */
export function purlInEcosystem(
  ecosystem: string | undefined,
  name: string | undefined,
  version: string | undefined,
): string | undefined {
  const system = ecosystem?.trim().toLowerCase() ?? '';
  const type = TYPES.get(system);
  if (!type || !name) return undefined;
  return SYSTEM_TYPES.has(type)
    ? toPurl(type, system, name, version)
    : purlOfPackage(type, name, version);
}

/** A package URL of a system's package, where the system is written as `debian:11` or `alpine:v3.9`. */
export function purlOfSystemPackage(
  system: string | undefined,
  name: string,
  version: string | undefined,
): string | undefined {
  const distribution = system?.split(':')[0].trim().toLowerCase();
  if (!distribution) return undefined;
  if (DEB.has(distribution)) return toPurl('deb', distribution, name, version);
  if (APK.has(distribution)) return toPurl('apk', distribution, name, version);
  if (RPM.has(distribution)) return toPurl('rpm', distribution, name, version);
  return undefined;
}
