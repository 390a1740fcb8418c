import {
  ParsedFinding,
  ParsedLocation,
  ParsedRun,
  ReportFormat,
} from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { purlInEcosystem } from '../../shared/packagePurls';
import { toRepositoryPath } from '../../shared/paths';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import { severityOfSemgrep } from '../semgrep-json/results';

const MOST_LINKS = 20;

/** Lines are numbers in text; 0 is none. */
function lineOf(value: unknown): number | undefined {
  return asPosition(typeof value === 'string' ? Number(value) : value);
}

function locationOf(place: JsonObject): ParsedLocation {
  const startLine = lineOf(place.startLine);
  return {
    path: toRepositoryPath(cut(asText(place.path) ?? '', NAME_LENGTH)),
    startLine,
    endLine: startLine && lineOf(place.endLine),
    startColumn: startLine && lineOf(place.startCol),
  };
}

/** The manifest first, then where the code uses the dependency. */
function locationsOf(vuln: JsonObject): ParsedLocation[] {
  return [
    locationOf(asObject(vuln.dependencyFileLocation)),
    ...asList(vuln.usages).map(usage =>
      locationOf(asObject(asObject(usage).location)),
    ),
  ];
}

function fixedVersionsOf(vuln: JsonObject, name: string | undefined): string[] {
  const closest = asText(asObject(vuln.closestSafeDependency).versionSpecifier);
  if (closest) return [closest];
  return asList(asObject(vuln.advisory).safeDependencies)
    .map(asObject)
    .filter(safe => safe.name === name)
    .map(safe => asText(safe.versionSpecifier))
    .filter(version => version !== undefined);
}

function suppressionOf(vuln: JsonObject): ParsedFinding['suppression'] {
  const triage = asObject(vuln.triage);
  const status = asText(triage.status)?.toUpperCase();
  if (status !== 'CLOSED' && status !== 'IGNORED') return undefined;
  const reason = asText(triage.dismissReason);
  return {
    status: 'accepted',
    kind: reason === 'UNKNOWN_REASON' ? status.toLowerCase() : reason,
  };
}

function toFinding(vuln: JsonObject, texts: SharedTexts): ParsedFinding {
  const advisory = asObject(vuln.advisory);
  const references = asObject(advisory.references);
  const dependency = asObject(vuln.matchedDependency);
  const name = asText(dependency.name);
  const version = asText(dependency.versionSpecifier);
  const ruleId = asText(advisory.ruleId) ?? 'unspecified';
  const cwes = new Set<number>();
  for (const cwe of asList(references.cweIds)) addCwesIn(cwes, cwe);
  const key = asText(vuln.groupKey);
  const reachableIf = asText(advisory.reachableIf);
  return {
    type: 'sca',
    ruleId,
    title: toTitle(asText(vuln.title) ?? asText(advisory.title) ?? ruleId),
    description: texts.share(asText(advisory.description)),
    details: reachableIf && `Reachable if ${reachableIf}`,
    ...severityOfSemgrep(advisory.severity),
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(
      ...asList(references.cveIds).map(asText),
      ...asList(references.urls).map(asText),
    ),
    component: name
      ? {
          name,
          version,
          purl: purlInEcosystem(
            asText(vuln.packageManager) ?? asText(advisory.ecosystem),
            name,
            version,
          ),
          fixedVersions: fixedVersionsOf(vuln, name),
        }
      : undefined,
    locations: locationsOf(vuln),
    links: toLinks(asList(references.urls)).slice(0, MOST_LINKS),
    fingerprints: key ? { 'semgrep:groupKey': key } : {},
    partialFingerprints: {},
    suppression: suppressionOf(vuln),
  };
}

/** Several uses of a dependency are entries of their own when the manifest has it twice. */
function keyOf({ ruleId, component, locations }: ParsedFinding): string {
  return JSON.stringify([
    ruleId,
    component?.name,
    component?.version,
    locations[0].path,
    locations[0].startLine,
  ]);
}

function toRun(
  repository: string | undefined,
  vulns: readonly JsonObject[],
  isPage: boolean,
): ParsedRun {
  const tally = new Tally('advisory, package, version, path and line');
  const texts = new SharedTexts();
  for (const vuln of vulns) {
    const status = asText(asObject(vuln.triage).status)?.toUpperCase();
    if (status === 'FIXED' || status === 'REMOVED') {
      tally.leaveOut(`status is ${status}`);
    } else {
      const finding = toFinding(vuln, texts);
      tally.addByKey(keyOf(finding), finding);
    }
  }
  return {
    tool: { name: 'Semgrep Supply Chain' },
    ...(isPage
      ? {
          evidence: 'partial',
          evidenceReason: 'The answer is one page of several (hasMore).',
        }
      : { evidence: 'scan' }),
    controlTypes: ['sca'],
    category: repository,
    ...tally.result(),
  };
}

/**
 * The supply chain vulnerabilities of a deployment, from Semgrep's web API. One
 * run per repository; one finding per advisory and place in a manifest.
 */
export const semgrepScaDeploymentsJson: ReportFormat = {
  id: 'semgrep-sca-deployments-json',
  title: 'Semgrep Supply Chain vulnerabilities',
  documentation: 'https://semgrep.dev/api/v1/docs/',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { vulns } = document.value;
    if (!Array.isArray(vulns)) return false;
    const [first] = vulns;
    return first === undefined
      ? 'hasMore' in document.value || 'cursor' in document.value
      : isObject(first) &&
          isObject(first.advisory) &&
          isObject(first.dependencyFileLocation);
  },
  parse(document) {
    const answer = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const repositories = new Map<string | undefined, JsonObject[]>();
    const vulns = requireList(answer.vulns, '/vulns');
    for (const [index, value] of vulns.entries()) {
      const vuln = requireObject(value, `/vulns/${index}`);
      const name = asText(vuln.repositoryName);
      const known = repositories.get(name);
      if (known) known.push(vuln);
      else repositories.set(name, [vuln]);
    }
    if (vulns.length === 0) repositories.set(undefined, []);
    return [...repositories].map(([name, own]) =>
      toRun(name, own, answer.hasMore === true),
    );
  },
};
