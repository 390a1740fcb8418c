import {
  ParsedComponent,
  ParsedFinding,
  ParsedInventoryComponent,
  ParsedRun,
} from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { cvss3BaseScore } from '../../shared/cvss';
import { imageWithoutVersion } from '../../shared/images';
import { toInventory } from '../../shared/inventory';
import { toLinks } from '../../shared/links';
import { componentOfPurl } from '../../shared/purls';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { cut, toTitle } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { addCwe } from '../../shared/weaknesses';
import { CYCLONEDX_JUSTIFICATIONS } from '../vex/justifications';
import {
  Bom,
  BomComponent,
  BomRating,
  BomTarget,
  BomVulnerability,
} from './model';
import { isVex, toStatementRuns } from './statements';

const TEXT_LENGTH = 20_000;

/**
 * Tools that list components without looking for vulnerabilities unless they
 * are told to, and write an empty list of them all the same: only what they
 * found proves that they looked.
 */
const LISTS_ONLY =
  /^(?:trivy|syft|cdxgen|@cyclonedx\/|cyclonedx|microsoft\.sbomtool|sbom-tool|bom|tern|k8s-bom)/i;

const ANALYSIS_SETTLES = new Set([
  'not_affected',
  'false_positive',
  'resolved',
  'resolved_with_pedigree',
]);

function nameOf(component: BomComponent): string | undefined {
  const { group, name } = component;
  if (!name) return undefined;
  if (!group) return name;
  return /^pkg:maven\//.test(component.purl ?? '')
    ? `${group}:${name}`
    : `${group}/${name}`;
}

function toComponent(target: BomTarget, bom: Bom): ParsedComponent | undefined {
  const component = target.ref ? bom.components.get(target.ref) : undefined;
  // Without the component, its reference may still be a package URL.
  const known = component ?? componentOfPurl(target.ref);
  if (!known) return undefined;
  const name = component ? nameOf(component) : known.name;
  if (!name) return undefined;
  const affected = target.versions.find(
    entry => entry.version && (entry.status ?? 'affected') === 'affected',
  );
  const fixed = target.versions
    .filter(entry => entry.status === 'unaffected' && entry.version)
    .map(entry => entry.version ?? '');
  return {
    name,
    version: known.version ?? affected?.version,
    purl: known.purl,
    fixedVersions: fixed.length > 0 ? fixed : undefined,
  };
}

function isCvss3(rating: BomRating): boolean {
  return (
    /^CVSSv3/i.test(rating.method ?? '') || /^CVSS:3/.test(rating.vector ?? '')
  );
}

/**
 * The first rating with a severity is what the author means. Where there is
 * none, a score or a CVSS 3 vector tells.
 */
function severityOf(
  vulnerability: BomVulnerability,
): Pick<ParsedFinding, 'severity' | 'toolSeverity' | 'score'> {
  const { ratings } = vulnerability;
  const scored =
    ratings.find(rating => isCvss3(rating) && toScore(rating.score)) ??
    ratings.find(rating => toScore(rating.score) !== undefined);
  const vector = ratings.find(isCvss3)?.vector;
  const score = scored ? toScore(scored.score) : cvss3BaseScore(vector);
  for (const rating of ratings) {
    const severity = rating.severity && severityOfWord(rating.severity);
    if (severity) return { severity, toolSeverity: rating.severity, score };
  }
  return score === undefined
    ? { severity: 'medium' }
    : {
        severity: severityOfScore(score),
        toolSeverity: String(score),
        score,
      };
}

function suppressionOf({
  analysis,
}: BomVulnerability): ParsedFinding['suppression'] {
  const state = analysis?.state;
  if (!state || !ANALYSIS_SETTLES.has(state)) return undefined;
  const justification = [state, analysis.justification, analysis.detail]
    .filter(Boolean)
    .join(': ');
  const reason =
    state === 'false_positive'
      ? 'false_positive'
      : CYCLONEDX_JUSTIFICATIONS.get(analysis.justification ?? '');
  // VEX has to say why something is not affected; without, it settles nothing.
  const isUnfounded =
    state === 'not_affected' && !analysis.justification && !analysis.detail;
  return {
    status: isUnfounded ? 'underReview' : 'accepted',
    kind: 'vex',
    justification,
    ...(reason && { reason }),
  };
}

function toFinding(
  vulnerability: BomVulnerability,
  target: BomTarget,
  bom: Bom,
): ParsedFinding {
  const ruleId =
    vulnerability.id ?? vulnerability.references[0] ?? 'unspecified';
  const component = toComponent(target, bom);
  const cwes = new Set<number>();
  for (const cwe of vulnerability.cwes) addCwe(cwes, cwe.replace(/^CWE-/i, ''));
  const where = component?.version
    ? `${component.name} ${component.version}`
    : component?.name;
  return {
    type: 'sca',
    ruleId,
    title: toTitle(where ? `${ruleId} in ${where}` : ruleId),
    description:
      vulnerability.description && cut(vulnerability.description, TEXT_LENGTH),
    remediation:
      vulnerability.recommendation &&
      cut(vulnerability.recommendation, TEXT_LENGTH),
    details: vulnerability.detail && cut(vulnerability.detail, TEXT_LENGTH),
    ...severityOf(vulnerability),
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(ruleId, ...vulnerability.references),
    component,
    locations: component || !target.ref ? [] : [{ logicalName: target.ref }],
    links: toLinks([vulnerability.sourceUrl, ...vulnerability.advisories]),
    fingerprints: {},
    partialFingerprints: {},
    suppression: suppressionOf(vulnerability),
  };
}

function toolOf(bom: Bom): ParsedRun['tool'] {
  const named = bom.tools.filter(tool => tool.name);
  const tool =
    named.find(({ name = '' }) => !LISTS_ONLY.test(name)) ?? named[0];
  return { name: tool?.name ?? 'CycloneDX', version: tool?.version };
}

function categoryOf(bom: Bom): string | undefined {
  const name = bom.subject && nameOf(bom.subject);
  if (!name) return undefined;
  return bom.subject?.type === 'container' ? imageWithoutVersion(name) : name;
}

function evidenceOf(
  bom: Bom,
): Pick<ParsedRun, 'evidence' | 'evidenceReason' | 'controlTypes'> {
  if (!bom.vulnerabilities) {
    return {
      evidence: 'inventory',
      evidenceReason:
        'The document lists components and has no list of vulnerabilities.',
      controlTypes: [],
    };
  }
  const { name } = toolOf(bom);
  const isNamed = bom.tools.some(tool => tool.name === name);
  if (bom.vulnerabilities.length === 0 && isNamed && LISTS_ONLY.test(name)) {
    return {
      evidence: 'inventory',
      evidenceReason: `The list of vulnerabilities is empty, and ${cut(
        name,
        80,
      )} writes one whether it looked for them or not.`,
      controlTypes: [],
    };
  }
  return {
    evidence: 'scan',
    controlTypes:
      bom.subject?.type === 'container' ? ['sca', 'container'] : ['sca'],
  };
}

const SCOPES: ReadonlyMap<string, ParsedInventoryComponent['scope']> = new Map([
  ['required', 'required'],
  ['optional', 'optional'],
  ['excluded', 'excluded'],
]);

function inventoryOf(bom: Bom): ParsedRun['inventory'] {
  const toListed = ({ scope, type, ...component }: BomComponent) => ({
    ...component,
    kind: type,
    scope: SCOPES.get(scope ?? ''),
  });
  return toInventory({
    subject: bom.subject && toListed(bom.subject),
    components: bom.listed.map(toListed),
    dependencies: bom.dependencies,
  });
}

/**
 * One run per document, one finding per component that a vulnerability affects.
 * A VEX document has statements instead.
 */
export function toRuns(bom: Bom): ParsedRun[] {
  if (isVex(bom)) return toStatementRuns(bom);
  const findings = (bom.vulnerabilities ?? []).flatMap(vulnerability =>
    (vulnerability.targets.length > 0
      ? vulnerability.targets
      : [{ versions: [] }]
    ).map(target => toFinding(vulnerability, target, bom)),
  );
  return [
    {
      tool: toolOf(bom),
      ...evidenceOf(bom),
      category: categoryOf(bom),
      scannedAt: toIsoTime(bom.timestamp),
      inventory: inventoryOf(bom),
      findings,
      counts: { raw: findings.length, leftOut: {} },
    },
  ];
}
