import { ParsedFinding } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { cvss3BaseScore } from '../../shared/cvss';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { purlInEcosystem } from '../../shared/packagePurls';
import { toRepositoryPath } from '../../shared/paths';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';

const MOST_LINKS = 20;

/** `cvss` is deprecated in favour of `cvssSeverities`; 0 stands for none. */
function scoreOf(advisory: JsonObject): number | undefined {
  const severities = asObject(advisory.cvssSeverities);
  for (const value of [severities.cvssV4, severities.cvssV3, advisory.cvss]) {
    const cvss = asObject(value);
    const score =
      toScore(cvss.score) || cvss3BaseScore(asText(cvss.vectorString));
    if (score) return score;
  }
  return undefined;
}

function cwesOf(advisory: JsonObject): number[] {
  const cwes = new Set<number>();
  const { nodes } = asObject(advisory.cwes);
  for (const node of asList(nodes)) addCwesIn(cwes, asObject(node).cweId);
  return [...cwes];
}

/** A lock file pins one version: "= 1.2.3"; a manifest may have a range. */
function versionOf(alert: JsonObject): string | undefined {
  const requirements = asText(alert.vulnerableRequirements)?.trim();
  return /^=\s*(\S+)$/.exec(requirements ?? '')?.[1];
}

/** The state of an alert that is no more. */
export function goneState(alert: JsonObject): string | undefined {
  const state = asText(alert.state)?.toUpperCase();
  return state === 'FIXED' || (!state && asText(alert.fixedAt))
    ? 'FIXED'
    : undefined;
}

function suppressionOf(alert: JsonObject): ParsedFinding['suppression'] {
  const state = asText(alert.state)?.toUpperCase();
  const isDismissed =
    state === 'DISMISSED' ||
    state === 'AUTO_DISMISSED' ||
    (!state && asText(alert.dismissedAt) !== undefined);
  return isDismissed
    ? {
        status: 'accepted',
        kind:
          asText(alert.dismissReason) ??
          (state === 'AUTO_DISMISSED' ? 'auto-dismissed' : undefined),
        justification: asText(alert.dismissComment),
      }
    : undefined;
}

function linksOf(alert: JsonObject, advisory: JsonObject): string[] {
  return toLinks([
    asObject(asObject(alert.dependabotUpdate).pullRequest).permalink,
    advisory.permalink,
    ...asList(advisory.references).map(reference => asObject(reference).url),
  ]).slice(0, MOST_LINKS);
}

/** The members of an alert that queries ask for under one of two names. */
function partsOf(alert: JsonObject): {
  vulnerability: JsonObject;
  advisory: JsonObject;
} {
  const vulnerability = asObject(alert.securityVulnerability);
  return {
    vulnerability,
    advisory: {
      ...asObject(alert.securityAdvisory),
      ...asObject(vulnerability.advisory),
    },
  };
}

/** A node of `vulnerabilityAlerts`. Queries choose what they ask for, so anything may be missing. */
export function alertToFinding(
  alert: JsonObject,
  texts: SharedTexts,
): ParsedFinding {
  const { vulnerability, advisory } = partsOf(alert);
  const pack = asObject(vulnerability.package);
  const name = asText(pack.name);
  const version = versionOf(alert);
  const identifiers = asList(advisory.identifiers).map(item =>
    asText(asObject(item).value),
  );
  const advisoryIds = advisoryIdsIn(asText(advisory.ghsaId), ...identifiers);
  const word = asText(vulnerability.severity) ?? asText(advisory.severity);
  const score = scoreOf(advisory);
  const ruleId =
    advisoryIds.find(id => id.startsWith('CVE-')) ??
    advisoryIds[0] ??
    identifiers.find(Boolean) ??
    'unspecified';
  const manifest =
    asText(alert.vulnerableManifestPath) ??
    asText(alert.vulnerableManifestFilename);
  const fixed = asText(asObject(vulnerability.firstPatchedVersion).identifier);
  const id = asText(alert.id);
  return {
    type: 'sca',
    ruleId,
    title: toTitle(asText(advisory.summary) ?? `${ruleId} in ${name}`),
    description: texts.share(asText(advisory.description)),
    severity:
      severityOfWord(word ?? '') ??
      (score === undefined ? 'medium' : severityOfScore(score)),
    toolSeverity: word,
    score,
    cwes: cwesOf(advisory),
    advisoryIds,
    component: name
      ? {
          name,
          version,
          purl: purlInEcosystem(asText(pack.ecosystem), name, version),
          fixedVersions: fixedVersionsOf(vulnerability, fixed),
        }
      : undefined,
    locations: [
      { path: manifest && toRepositoryPath(cut(manifest, NAME_LENGTH)) },
    ],
    links: linksOf(alert, advisory),
    fingerprints: id ? { 'github:alert': id } : {},
    partialFingerprints: {},
    suppression: suppressionOf(alert),
  };
}

/** null says that there is no fix; a query that doesn't ask says nothing. */
function fixedVersionsOf(
  vulnerability: JsonObject,
  fixed: string | undefined,
): string[] | undefined {
  if (fixed) return [fixed];
  return vulnerability.firstPatchedVersion === null ? [] : undefined;
}
