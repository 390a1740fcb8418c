import { FindingType, ParsedFinding, ParsedLocation } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { mayHoldCredential } from '../../shared/credentials';
import { cvss3BaseScore } from '../../shared/cvss';
import { linksIn } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';

const MOST_LINKS = 20;

/** A generic finding, in JSON or CSV, in DefectDojo's words. */
export interface GenericFinding {
  title: string;
  severity: string;
  description?: string;
  mitigation?: string;
  impact?: string;
  references?: string;
  cwes: number[];
  vulnerabilityIds: string[];
  score?: number;
  vector?: string;
  filePath?: string;
  line?: number;
  logicalName?: string;
  parameter?: string;
  urls: string[];
  componentName?: string;
  componentVersion?: string;
  fixVersion?: string;
  uniqueId?: string;
  ruleId?: string;
  isDynamic: boolean;
  isActive: boolean;
  isFalsePositive: boolean;
  isOutOfScope: boolean;
  isRiskAccepted: boolean;
  isUnderReview: boolean;
  isMitigated: boolean;
  isDuplicate: boolean;
}

function typeOf(finding: GenericFinding): FindingType {
  if (finding.componentName) return 'sca';
  if (finding.filePath && !finding.isDynamic) return 'sast';
  if (finding.isDynamic || finding.urls.length > 0) return 'dast';
  return finding.vulnerabilityIds.length > 0 && finding.cwes.length === 0
    ? 'sca'
    : 'sast';
}

function suppressionOf(finding: GenericFinding): ParsedFinding['suppression'] {
  const reasons: Array<[boolean, string]> = [
    [finding.isFalsePositive, 'false positive'],
    [finding.isOutOfScope, 'out of scope'],
    [finding.isRiskAccepted, 'risk accepted'],
    [finding.isMitigated, 'mitigated'],
    [finding.isDuplicate, 'duplicate'],
    [!finding.isActive, 'inactive'],
  ];
  const kind = reasons.find(([applies]) => applies)?.[1];
  if (kind) return { status: 'accepted', kind };
  return finding.isUnderReview ? { status: 'underReview' } : undefined;
}

function locationsOf(finding: GenericFinding): ParsedLocation[] {
  const { filePath, line, logicalName, parameter, urls } = finding;
  const inCode: ParsedLocation[] =
    filePath || line || logicalName
      ? [
          {
            path: filePath && toRepositoryPath(cut(filePath, NAME_LENGTH)),
            startLine: line,
            logicalName,
          },
        ]
      : [];
  return [...inCode, ...urls.map(url => ({ url, parameter }))];
}

/** Impact is about the rule as well; DefectDojo keeps it apart. */
function descriptionOf(finding: GenericFinding): string | undefined {
  const { description, impact } = finding;
  return description && impact
    ? `${description}\n\nImpact: ${impact}`
    : (description ?? impact);
}

export function toParsedFinding(
  finding: GenericFinding,
  texts: SharedTexts,
): ParsedFinding {
  const isHidden = mayHoldCredential(finding.cwes);
  const safe = (text: string | undefined) =>
    text && isHidden ? redactSecrets(text) : text;
  const title = toTitle(safe(finding.title) ?? '') || 'Finding';
  const advisoryIds = advisoryIdsIn(...finding.vulnerabilityIds);
  const { uniqueId } = finding;
  return {
    type: typeOf(finding),
    ruleId: finding.ruleId ?? finding.vulnerabilityIds[0] ?? title,
    title,
    description: texts.share(safe(descriptionOf(finding))),
    remediation: texts.share(finding.mitigation),
    severity: severityOfWord(finding.severity) ?? 'info',
    toolSeverity: finding.severity || undefined,
    score: finding.score ?? cvss3BaseScore(finding.vector),
    cwes: finding.cwes,
    advisoryIds,
    component: finding.componentName
      ? {
          name: finding.componentName,
          version: finding.componentVersion,
          fixedVersions: finding.fixVersion ? [finding.fixVersion] : undefined,
        }
      : undefined,
    locations: locationsOf(finding),
    links: linksIn(finding.references).slice(0, MOST_LINKS),
    fingerprints: uniqueId ? { 'defectdojo:uniqueId': uniqueId } : {},
    partialFingerprints: {},
    suppression: suppressionOf(finding),
  };
}
