import { ParsedFinding, ParsedRun, Severity } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { toLinks } from '../../shared/links';
import { purlOfSystemPackage } from '../../shared/packagePurls';
import { severityOfWord } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { toTitle } from '../../shared/text';
import { Tally } from '../../shared/tally';

/** A vulnerability of a package, as Clair's clients write it in their own words. */
export interface ClairVulnerability {
  name?: string;
  namespace?: string;
  description?: string;
  link?: string;
  severity?: string;
  fixedBy?: string;
  feature?: string;
  version?: string;
}

/** `Defcon1` is what Clair called the worst. */
function severityOf(word: string | undefined): Severity {
  if (word?.toLowerCase() === 'defcon1') return 'critical';
  return (word && severityOfWord(word)) || 'info';
}

function toFinding(
  vulnerability: ClairVulnerability,
  texts: SharedTexts,
  image: string | undefined,
): ParsedFinding {
  const { feature = 'unknown package', version, namespace } = vulnerability;
  const ruleId = vulnerability.name ?? 'unspecified';
  return {
    type: 'container',
    ruleId,
    title: toTitle(
      version
        ? `${ruleId} in ${feature} ${version}`
        : `${ruleId} in ${feature}`,
    ),
    description: texts.share(vulnerability.description),
    severity: severityOf(vulnerability.severity),
    toolSeverity: vulnerability.severity,
    cwes: [],
    // An erratum of a distributor names its CVEs in its text only.
    advisoryIds: advisoryIdsIn(
      ruleId,
      ruleId.startsWith('CVE-') ? undefined : vulnerability.description,
    ),
    component: {
      name: feature,
      version,
      purl: purlOfSystemPackage(namespace, feature, version),
      fixedVersions: vulnerability.fixedBy ? [vulnerability.fixedBy] : [],
    },
    locations: image ? [{ logicalName: image }] : [],
    links: toLinks([vulnerability.link]),
    fingerprints: {},
    partialFingerprints: {},
  };
}

/** One finding per vulnerability and package. */
export function toRun(
  tool: string,
  vulnerabilities: readonly ClairVulnerability[],
  image?: string,
): ParsedRun {
  const texts = new SharedTexts();
  const tally = new Tally('vulnerability and package name');
  for (const vulnerability of vulnerabilities) {
    const finding = toFinding(vulnerability, texts, image);
    tally.addByKey(
      JSON.stringify([finding.ruleId, finding.component?.name]),
      finding,
    );
  }
  return {
    tool: { name: tool },
    evidence: 'scan',
    controlTypes: ['container'],
    category: image,
    ...tally.result(),
  };
}
