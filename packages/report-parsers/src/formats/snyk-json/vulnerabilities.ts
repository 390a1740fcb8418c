import { FindingType, ParsedFinding, ParsedLocation } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { pathSegment, toLinks } from '../../shared/links';
import { purlOfPackage, purlOfSystemPackage } from '../../shared/packagePurls';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';

const REFERENCES = 20;

/** Package URL types of Snyk's package managers. */
const PURL_TYPES: ReadonlyMap<string, string> = new Map([
  ['npm', 'npm'],
  ['yarn', 'npm'],
  ['yarn-workspace', 'npm'],
  ['pnpm', 'npm'],
  ['maven', 'maven'],
  ['gradle', 'maven'],
  ['sbt', 'maven'],
  ['pip', 'pypi'],
  ['poetry', 'pypi'],
  ['pipenv', 'pypi'],
  ['rubygems', 'gem'],
  ['nuget', 'nuget'],
  ['paket', 'nuget'],
  ['golang', 'golang'],
  ['golangdep', 'golang'],
  ['govendor', 'golang'],
  ['gomodules', 'golang'],
  ['composer', 'composer'],
  ['cocoapods', 'cocoapods'],
  ['hex', 'hex'],
  ['swift', 'swift'],
  ['cargo', 'cargo'],
]);

/** What the findings of a project share. */
export interface SnykContext {
  type: FindingType;
  packageManager?: string;
  /** The manifest or lock file. */
  path?: string;
  texts: SharedTexts;
}

function purlOf(
  entry: JsonObject,
  name: string,
  version: string | undefined,
  context: SnykContext,
): string | undefined {
  const manager = asText(entry.packageManager) ?? context.packageManager;
  const type = manager && PURL_TYPES.get(manager.toLowerCase());
  if (type) return purlOfPackage(type, name, version);
  // System packages are written as source/binary; the binary is what is installed.
  return purlOfSystemPackage(
    manager,
    name.slice(name.lastIndexOf('/') + 1),
    version,
  );
}

/**
 * By the CVSS score, since the word of an image's finding is its distributor's
 * opinion; the word alone where there is no score, as for licenses.
 */
function severityOf(
  entry: JsonObject,
): Pick<ParsedFinding, 'severity' | 'toolSeverity' | 'score'> {
  const word = asText(entry.severityWithCritical) ?? asText(entry.severity);
  const score = toScore(entry.cvssScore);
  return {
    severity: score
      ? severityOfScore(score)
      : (word && severityOfWord(word)) || 'medium',
    toolSeverity: word,
    score,
  };
}

/** `@scope/name@1.2.3` without its version, which changes with every update. */
function withoutVersion(step: string): string {
  const at = step.lastIndexOf('@');
  return at > 0 ? step.slice(0, at) : step;
}

function fixedVersionsOf(entry: JsonObject): string[] | undefined {
  const fixed = asList(entry.fixedIn).flatMap(version => asText(version) ?? []);
  const nearest = asText(entry.nearestFixedInVersion);
  if (fixed.length > 0) return fixed;
  if (nearest) return [nearest];
  return Array.isArray(entry.fixedIn) ? [] : undefined;
}

function locationOf(
  steps: readonly string[],
  context: SnykContext,
): ParsedLocation {
  return {
    path: context.path,
    logicalName: steps.length
      ? cut(steps.map(withoutVersion).join(' > '), NAME_LENGTH)
      : undefined,
  };
}

/** What to update directly, where Snyk knows it. */
function updateOf(entry: JsonObject): string | undefined {
  const [, first] = asList(entry.upgradePath);
  const target = asList(entry.upgradePath).find(
    step => typeof step === 'string',
  );
  const step = asText(first) ?? asText(target);
  return step && `Update to ${step}.`;
}

/** An entry of `vulnerabilities`: one way by which a package came in. */
export function vulnerabilityToFinding(
  entry: JsonObject,
  context: SnykContext,
): ParsedFinding {
  const ruleId = asText(entry.id) ?? 'unspecified';
  const name =
    asText(entry.name) ??
    asText(entry.packageName) ??
    asText(entry.moduleName) ??
    'unknown package';
  const version = asText(entry.version);
  const steps = asList(entry.from).flatMap(step => asText(step) ?? []);
  const identifiers = asObject(entry.identifiers);
  const cwes = new Set<number>();
  for (const cwe of asList(identifiers.CWE)) addCwesIn(cwes, cwe);
  const ids = Object.entries(identifiers).flatMap(([kind, values]) =>
    kind === 'CWE' ? [] : asList(values).map(asText),
  );
  const details = [
    steps.length > 0 && `Introduced by ${steps.join(' > ')}.`,
    updateOf(entry),
  ]
    .filter(Boolean)
    .join('\n');
  return {
    type: context.type,
    ruleId,
    title: toTitle(`${asText(entry.title) ?? ruleId} in ${name}`),
    description: context.texts.share(asText(entry.description)),
    details: details ? cut(details, NAME_LENGTH) : undefined,
    ...severityOf(entry),
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(...ids, ruleId),
    component: {
      name,
      version,
      purl: purlOf(entry, name, version, context),
      fixedVersions: fixedVersionsOf(entry),
    },
    locations: [locationOf(steps, context)],
    links: toLinks([
      /^(?:SNYK-|snyk:|npm:)/.test(ruleId)
        ? `https://security.snyk.io/vuln/${pathSegment(ruleId)}`
        : undefined,
      ...asList(entry.references)
        .slice(0, REFERENCES)
        .map(reference => asText(reference) ?? asObject(reference).url),
    ]),
    fingerprints: {},
    partialFingerprints: {},
  };
}
