import { FindingType, ParsedFinding, ParsedLocation } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { cvss3BaseScore } from '../../shared/cvss';
import { imageWithoutVersion } from '../../shared/images';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { normalisePath } from '../../shared/paths';
import { toPurl } from '../../shared/purls';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import { TrivyTarget } from './targets';

const TEXT_LENGTH = 20_000;

/** Package URL types of Trivy's types of language packages. */
const PURL_TYPES: ReadonlyMap<string, string> = new Map([
  ['npm', 'npm'],
  ['yarn', 'npm'],
  ['pnpm', 'npm'],
  ['bun', 'npm'],
  ['node-pkg', 'npm'],
  ['javascript', 'npm'],
  ['pip', 'pypi'],
  ['pipenv', 'pypi'],
  ['poetry', 'pypi'],
  ['uv', 'pypi'],
  ['python-pkg', 'pypi'],
  ['conda-pkg', 'conda'],
  ['gomod', 'golang'],
  ['gobinary', 'golang'],
  ['jar', 'maven'],
  ['pom', 'maven'],
  ['gradle', 'maven'],
  ['sbt', 'maven'],
  ['bundler', 'gem'],
  ['gemspec', 'gem'],
  ['composer', 'composer'],
  ['composer-vendor', 'composer'],
  ['cargo', 'cargo'],
  ['rustbinary', 'cargo'],
  ['nuget', 'nuget'],
  ['dotnet-core', 'nuget'],
  ['packages-props', 'nuget'],
  ['conan', 'conan'],
  ['pub', 'pub'],
  ['hex', 'hex'],
  ['swift', 'swift'],
  ['cocoapods', 'cocoapods'],
  ['julia', 'julia'],
]);

const OS_PURL_TYPES: ReadonlyMap<string, string> = new Map([
  ['alpine', 'apk'],
  ['chainguard', 'apk'],
  ['wolfi', 'apk'],
  ['debian', 'deb'],
  ['ubuntu', 'deb'],
]);

function buildPurl(
  target: TrivyTarget,
  name: string,
  version: string | undefined,
): string | undefined {
  const { kind } = target;
  if (!kind) return undefined;
  if (target.resultClass === 'os-pkgs') {
    return toPurl(OS_PURL_TYPES.get(kind) ?? 'rpm', kind, name, version);
  }
  const type = PURL_TYPES.get(kind);
  if (!type) return undefined;
  const split = type === 'maven' ? name.indexOf(':') : name.lastIndexOf('/');
  return split > 0
    ? toPurl(type, name.slice(0, split), name.slice(split + 1), version)
    : toPurl(type, undefined, name, version);
}

function scoreOf(vulnerability: JsonObject): number | undefined {
  const scores = asObject(vulnerability.CVSS);
  const chosen = asText(vulnerability.SeveritySource);
  for (const vendor of [chosen, 'nvd', 'ghsa', ...Object.keys(scores)]) {
    if (vendor === undefined || !Object.hasOwn(scores, vendor)) continue;
    const cvss = asObject(scores[vendor]);
    const score =
      toScore(cvss.V40Score) ??
      toScore(cvss.V3Score) ??
      cvss3BaseScore(asText(cvss.V3Vector)) ??
      toScore(cvss.V2Score);
    if (score !== undefined) return score;
  }
  return undefined;
}

function typeOf(target: TrivyTarget): FindingType {
  return target.isImage || target.resultClass === 'os-pkgs'
    ? 'container'
    : 'sca';
}

function locationOf(
  target: TrivyTarget,
  packagePath: string | undefined,
): ParsedLocation {
  if (packagePath) {
    return {
      path: normalisePath(packagePath),
      logicalName: target.resourceName,
    };
  }
  // The target of system packages is "image:tag (system version)": no file, and new with every tag.
  return target.resultClass === 'os-pkgs'
    ? {
        logicalName:
          target.resourceName ??
          imageWithoutVersion(target.name.replace(/ \(.*\)$/, '')),
      }
    : { path: target.path, logicalName: target.resourceName };
}

/** `Status` not_affected is the distributor's own verdict. */
function suppressionOf(
  vulnerability: JsonObject,
): ParsedFinding['suppression'] {
  return vulnerability.Status === 'not_affected'
    ? { status: 'accepted', kind: 'vendor', justification: 'not_affected' }
    : undefined;
}

/** An entry of `Vulnerabilities`. */
export function vulnerabilityToFinding(
  vulnerability: JsonObject,
  target: TrivyTarget,
): ParsedFinding {
  const id = asText(vulnerability.VulnerabilityID) ?? 'unspecified';
  const name = asText(vulnerability.PkgName) ?? 'unknown package';
  const version = asText(vulnerability.InstalledVersion);
  const identifier = asObject(vulnerability.PkgIdentifier);
  const reference = asText(vulnerability.Ref) ?? asText(vulnerability.PkgRef);
  const word = asText(vulnerability.Severity);
  const score = scoreOf(vulnerability);
  const description = asText(vulnerability.Description);
  const cwes = new Set<number>();
  for (const cwe of asList(vulnerability.CweIDs)) addCwesIn(cwes, cwe);
  return {
    type: typeOf(target),
    ruleId: id,
    title: toTitle(asText(vulnerability.Title) ?? `${id} in ${name}`),
    description: description && cut(description, TEXT_LENGTH),
    severity:
      severityOfWord(word ?? '') ??
      (score === undefined ? 'medium' : severityOfScore(score)),
    toolSeverity: word,
    score,
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(
      id,
      ...asList(vulnerability.VendorIDs).map(asText),
    ),
    component: {
      name,
      version,
      purl:
        asText(identifier.PURL) ??
        (reference?.startsWith('pkg:')
          ? reference
          : buildPurl(target, name, version)),
      fixedVersions: (asText(vulnerability.FixedVersion) ?? '')
        .split(',')
        .map(fixed => fixed.trim())
        .filter(Boolean),
    },
    locations: [locationOf(target, asText(vulnerability.PkgPath))],
    links: toLinks([
      vulnerability.PrimaryURL,
      ...asList(vulnerability.References).slice(0, 20),
    ]),
    fingerprints: {},
    partialFingerprints: {},
    suppression: suppressionOf(vulnerability),
  };
}
