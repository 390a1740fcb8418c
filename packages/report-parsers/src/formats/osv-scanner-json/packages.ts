import { FindingType } from '../../types';
import { JsonObject, asObject, asText } from '../../shared/json';
import { purlOfPackage, purlOfSystemPackage } from '../../shared/packagePurls';

/** Package URL types of OSV's ecosystems. */
const PURL_TYPES: ReadonlyMap<string, string> = new Map([
  ['npm', 'npm'],
  ['PyPI', 'pypi'],
  ['Go', 'golang'],
  ['Maven', 'maven'],
  ['crates.io', 'cargo'],
  ['RubyGems', 'gem'],
  ['NuGet', 'nuget'],
  ['Packagist', 'composer'],
  ['Pub', 'pub'],
  ['Hex', 'hex'],
  ['ConanCenter', 'conan'],
  ['GitHub Actions', 'githubactions'],
]);

/** A package of a lock file, SBOM, repository or image. */
export interface OsvPackage {
  type: FindingType;
  name: string;
  version?: string;
  ecosystem?: string;
  purl?: string;
  /** Where the package is listed. */
  path?: string;
}

/** The member `package` of an entry of `packages`. */
export function toPackage(
  entry: JsonObject,
  type: FindingType,
  path: string | undefined,
): OsvPackage {
  const details = asObject(entry.package);
  const ecosystem = asText(details.ecosystem);
  // A repository without package manager is known by its commit only.
  const version = asText(details.version) ?? asText(details.commit);
  const name = asText(details.name) ?? 'unknown package';
  const purlType = ecosystem && PURL_TYPES.get(ecosystem.split(':')[0]);
  return {
    type,
    name,
    version,
    ecosystem,
    purl: purlType
      ? purlOfPackage(purlType, name, version)
      : purlOfSystemPackage(ecosystem, name, version),
    path,
  };
}
