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

/** The package URL of a package as a tool names it; undefined for an unknown ecosystem. */
export function purlOfPackage(
  ecosystem: string | undefined,
  name: string | undefined,
  version: string | undefined,
): string | undefined {
  const system = ecosystem?.trim().toLowerCase() ?? '';
  const type = TYPES.get(system);
  if (!type || !name) return undefined;
  if (SYSTEM_TYPES.has(type)) return toPurl(type, system, name, version);
  const colon = type === 'maven' ? name.indexOf(':') : -1;
  const split = colon > 0 ? colon : name.lastIndexOf('/');
  return split > 0
    ? toPurl(type, name.slice(0, split), name.slice(split + 1), version)
    : toPurl(type, undefined, name, version);
}
