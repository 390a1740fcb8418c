import { FindingType, ParsedFinding } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { mayHoldCredential } from '../../shared/credentials';
import { cvss3BaseScore } from '../../shared/cvss';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { toTitle } from '../../shared/text';
import { addCwe, addCwesIn } from '../../shared/weaknesses';
import { componentOf, placeOf } from './places';
import { GitlabScanType, controlOf } from './scanTypes';

const MOST_LINKS = 20;
const RANDOM_UUID =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const SECRET_SCANNERS = /^(?:gitleaks|trufflehog)/i;
const INFRASTRUCTURE_SCANNERS = /^kics/i;
/** From the one that survives most edits. */
const SIGNATURES = [
  'scope_offset_compressed',
  'scope_offset',
  'hash',
  'location',
];

/** What the vulnerabilities of a report share. */
export interface GitlabContext {
  scanType: GitlabScanType;
  /** Id of the report's scanner, if it has one. */
  scanner?: string;
  packageManagers: ReadonlyMap<string, string>;
  texts: SharedTexts;
}

interface Identifier {
  type: string;
  name: string;
  value: string;
  url: unknown;
}

/** `value` is text, but some analyzers have written numbers. */
function identifiersOf(vulnerability: JsonObject): Identifier[] {
  return asList(vulnerability.identifiers).map(item => {
    const identifier = asObject(item);
    const { value } = identifier;
    return {
      type: asText(identifier.type)?.toLowerCase() ?? '',
      name: asText(identifier.name) ?? '',
      value: typeof value === 'number' ? String(value) : (asText(value) ?? ''),
      url: identifier.url,
    };
  });
}

/** SAST reports of GitLab also carry secrets (before 13) and infrastructure findings. */
function typeOf(
  vulnerability: JsonObject,
  identifiers: readonly Identifier[],
  context: GitlabContext,
): FindingType {
  if (context.scanType !== 'sast') return controlOf(context.scanType);
  const scanner =
    asText(asObject(vulnerability.scanner).id) ?? context.scanner ?? '';
  const rule = identifiers[0]?.type ?? '';
  if (
    vulnerability.category === 'secret_detection' ||
    SECRET_SCANNERS.test(scanner) ||
    SECRET_SCANNERS.test(rule)
  ) {
    return 'secret';
  }
  return INFRASTRUCTURE_SCANNERS.test(scanner) ||
    INFRASTRUCTURE_SCANNERS.test(rule)
    ? 'iac'
    : 'sast';
}

function cwesOf(identifiers: readonly Identifier[]): number[] {
  const cwes = new Set<number>();
  for (const { type, name, value } of identifiers) {
    if (type === 'cwe') {
      addCwe(cwes, value);
      addCwesIn(cwes, value);
    }
    addCwesIn(cwes, name);
  }
  return [...cwes];
}

function scoreOf(vulnerability: JsonObject): number | undefined {
  for (const item of asList(vulnerability.cvss_vectors)) {
    const score = cvss3BaseScore(asText(asObject(item).vector));
    if (score !== undefined) return score;
  }
  return undefined;
}

/** The signature of the code around the place that survives most edits. */
function signatureOf(vulnerability: JsonObject): Record<string, string> {
  const [item] = asList(asObject(vulnerability.tracking).items);
  const signatures = asList(asObject(item).signatures).map(asObject);
  for (const algorithm of SIGNATURES) {
    const found = signatures.find(entry => entry.algorithm === algorithm);
    const value = asText(found?.value);
    if (value) return { [`gitlab:${algorithm}`]: value };
  }
  // Of DAST it is the number of the rule, of containers the CVE.
  const key = asText(vulnerability.cve);
  return key?.includes(':') ? { 'gitlab:cve': key } : {};
}

function suppressionOf(
  vulnerability: JsonObject,
): ParsedFinding['suppression'] {
  const flag = asList(vulnerability.flags)
    .map(asObject)
    .find(({ type }) => type === 'flagged-as-likely-false-positive');
  return flag
    ? {
        status: 'underReview',
        kind: 'likely false positive',
        justification: asText(flag.description),
      }
    : undefined;
}

function severityOf(
  vulnerability: JsonObject,
): Pick<ParsedFinding, 'severity' | 'toolSeverity'> {
  const word = asText(vulnerability.severity);
  // Unknown, Undefined (before 14) and none at all say nothing of how bad it is.
  return { severity: severityOfWord(word ?? '') ?? 'info', toolSeverity: word };
}

/**
 * The key by which GitLab itself takes two entries for one: `id`, before schema
 * 3 `cve`. Analyzers of others write the CVE there, which several packages may
 * have.
 */
export function identityOf(
  vulnerability: JsonObject,
  component: ParsedFinding['component'],
): string | undefined {
  const key = asText(vulnerability.cve);
  const id = asText(vulnerability.id) ?? (key?.includes(':') ? key : undefined);
  return id && JSON.stringify([id, component?.name, component?.version]);
}

function titleOf(
  vulnerability: JsonObject,
  ruleId: string,
  identifiers: readonly Identifier[],
  component: ParsedFinding['component'],
): string {
  const given = asText(vulnerability.name) ?? asText(vulnerability.message);
  if (given) return toTitle(given);
  if (component) {
    return toTitle(
      `${ruleId} in ${[component.name, component.version].filter(Boolean).join('-')}`,
    );
  }
  const described = asText(vulnerability.description);
  const rule = identifiers[0]?.name;
  const isNamed = rule && !/^\S+$/.test(rule) && rule !== ruleId;
  return toTitle((isNamed ? rule : described) ?? rule ?? ruleId) || ruleId;
}

/** An entry of `vulnerabilities`. */
export function vulnerabilityToFinding(
  vulnerability: JsonObject,
  context: GitlabContext,
): ParsedFinding {
  const identifiers = identifiersOf(vulnerability);
  const type = typeOf(vulnerability, identifiers, context);
  const advisoryIds = advisoryIdsIn(
    ...identifiers.flatMap(({ value, name }) => [value, name]),
  );
  const isAboutPackage = type === 'sca' || type === 'container';
  const ruleId =
    (isAboutPackage && advisoryIds.find(id => id.startsWith('CVE-'))) ||
    identifiers[0]?.value ||
    identifiers[0]?.name ||
    'unspecified';
  const component = isAboutPackage
    ? componentOf(vulnerability, context.packageManagers)
    : undefined;
  const extract = asText(vulnerability.raw_source_code_extract);
  const cwes = cwesOf(identifiers);
  const isHidden =
    type === 'secret' || (!isAboutPackage && mayHoldCredential(cwes));
  const safe = (text: string | undefined) =>
    text && isHidden ? redactSecrets(text, extract ? [extract] : []) : text;
  const title = titleOf(vulnerability, ruleId, identifiers, component);
  const message = asText(vulnerability.message);
  const id = asText(vulnerability.id);
  return {
    type,
    ruleId,
    ruleName: identifiers[0]?.name || undefined,
    title: safe(title) ?? title,
    description: context.texts.share(safe(asText(vulnerability.description))),
    remediation: context.texts.share(asText(vulnerability.solution)),
    details: message && toTitle(message) !== title ? safe(message) : undefined,
    ...severityOf(vulnerability),
    score: scoreOf(vulnerability),
    cwes,
    advisoryIds,
    component,
    locations: [placeOf(vulnerability, type, isHidden)],
    links: toLinks([
      ...identifiers.map(({ url }) => url),
      ...asList(vulnerability.links).map(link => asObject(link).url),
    ]).slice(0, MOST_LINKS),
    // A random id is new with every scan.
    fingerprints: id && !RANDOM_UUID.test(id) ? { 'gitlab:id': id } : {},
    partialFingerprints: signatureOf(vulnerability),
    suppression: suppressionOf(vulnerability),
  };
}
