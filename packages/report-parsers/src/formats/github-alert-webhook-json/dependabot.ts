import { ParsedFinding } from '../../types';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { alertToFinding } from '../github-dependabot-graphql-json/alerts';

function cvssOf(value: unknown): JsonObject {
  const { score, vector_string: vectorString } = asObject(value);
  return { score, vectorString };
}

/** The same advisory in the words of GitHub's GraphQL API. */
function toAdvisory(advisory: JsonObject): JsonObject {
  const severities = asObject(advisory.cvss_severities);
  return {
    ghsaId: advisory.ghsa_id,
    identifiers: advisory.identifiers,
    summary: advisory.summary,
    description: advisory.description,
    severity: advisory.severity,
    cvss: cvssOf(advisory.cvss),
    cvssSeverities: {
      cvssV3: cvssOf(severities.cvss_v3),
      cvssV4: cvssOf(severities.cvss_v4),
    },
    cwes: {
      nodes: asList(advisory.cwes).map(item => ({
        cweId: asObject(item).cwe_id,
      })),
    },
    references: advisory.references,
  };
}

/**
 * A Dependabot alert of the REST API and of webhooks. It says the same as one
 * of GraphQL under other names, so it is read as one.
 */
export function dependabotAlertToFinding(
  alert: JsonObject,
  texts: SharedTexts,
): ParsedFinding {
  const dependency = asObject(alert.dependency);
  const vulnerability = asObject(alert.security_vulnerability);
  const finding = alertToFinding(
    {
      id: asText(alert.url) ?? asText(alert.html_url),
      state: alert.state,
      dismissReason: alert.dismissed_reason,
      dismissComment: alert.dismissed_comment,
      vulnerableManifestPath: dependency.manifest_path,
      securityAdvisory: toAdvisory(asObject(alert.security_advisory)),
      securityVulnerability: {
        package: {
          ...asObject(dependency.package),
          ...asObject(vulnerability.package),
        },
        severity: vulnerability.severity,
        firstPatchedVersion: vulnerability.first_patched_version,
      },
    },
    texts,
  );
  return { ...finding, links: [...linkOf(alert), ...finding.links] };
}

function linkOf(alert: JsonObject): string[] {
  const url = asText(alert.html_url);
  return url && /^https?:\/\//.test(url) ? [url] : [];
}
