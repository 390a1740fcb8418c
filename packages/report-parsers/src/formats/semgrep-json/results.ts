import { ParsedComponent, ParsedFinding, Severity } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { mayHoldCredential } from '../../shared/credentials';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
  isObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { purlInEcosystem } from '../../shared/packagePurls';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';

const SNIPPET_LENGTH = 1_000;
const MOST_LINKS = 20;

/** What Semgrep writes in place of what needs an account. */
const WITHHELD = 'requires login';

const OWN_WORDS: ReadonlyMap<string, Severity> = new Map([
  ['ERROR', 'high'],
  ['WARNING', 'medium'],
  ['INFO', 'low'],
  ['INVENTORY', 'info'],
  ['EXPERIMENT', 'info'],
]);

/** Semgrep's words: ERROR, WARNING, INFO, and since 1.72 CRITICAL to LOW. */
export function severityOfSemgrep(
  value: unknown,
): Pick<ParsedFinding, 'severity' | 'toolSeverity'> {
  const word = asText(value);
  const upper = word?.trim().toUpperCase() ?? '';
  return {
    severity: OWN_WORDS.get(upper) ?? severityOfWord(upper) ?? 'medium',
    toolSeverity: word,
  };
}

function textOf(value: unknown): string | undefined {
  const text = asText(value);
  return text === WITHHELD ? undefined : text;
}

/** `cwe`, `references` and others are a text or a list of texts. */
function textsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function cwesOf(metadata: JsonObject): number[] {
  const cwes = new Set<number>();
  for (const value of textsOf(metadata.cwe)) addCwesIn(cwes, value);
  return [...cwes];
}

/** Rules of Semgrep Secrets and of the registry's secret packs. */
function isSecretRule(
  ruleId: string,
  extra: JsonObject,
  metadata: JsonObject,
): boolean {
  return (
    /(?:^|\.)secrets?\./.test(ruleId) ||
    asText(extra.validation_state) !== undefined ||
    asText(metadata.secret_type) !== undefined ||
    textsOf(metadata.technology).includes('secrets')
  );
}

/** `sca-fix-versions` has an object for each package: `{ "name": "1.2.3" }`. */
function fixedVersionsOf(metadata: JsonObject, name: string): string[] {
  const versions = asList(metadata['sca-fix-versions'])
    .map(entry => asText(asObject(entry)[name]))
    .filter(version => version !== undefined);
  return [...new Set(versions)];
}

function componentOf(
  extra: JsonObject,
  metadata: JsonObject,
): ParsedComponent | undefined {
  const match = asObject(asObject(extra.sca_info).dependency_match);
  const found = asObject(match.found_dependency);
  const name = asText(found.package);
  if (!name) return undefined;
  const version = asText(found.version);
  return {
    name,
    version,
    purl: purlInEcosystem(asText(found.ecosystem), name, version),
    fixedVersions: fixedVersionsOf(metadata, name),
  };
}

function locationOf(
  result: JsonObject,
  snippet: string | undefined,
): ParsedFinding['locations'][number] {
  const start = asObject(result.start);
  return {
    path: toRepositoryPath(cut(asText(result.path) ?? '', NAME_LENGTH)),
    startLine: asPosition(start.line),
    endLine: asPosition(asObject(result.end).line),
    startColumn: asPosition(start.col),
    snippet: snippet && cut(snippet, SNIPPET_LENGTH),
  };
}

/** An entry of `results`. */
export function resultToFinding(
  result: JsonObject,
  texts: SharedTexts,
): ParsedFinding {
  const extra = asObject(result.extra);
  const metadata = asObject(extra.metadata);
  const ruleId = asText(result.check_id) ?? 'unspecified';
  const isSca = isObject(extra.sca_info);
  const isSecret = !isSca && isSecretRule(ruleId, extra, metadata);
  const cwes = cwesOf(metadata);
  const code = textOf(extra.lines);
  const isHidden = isSecret || mayHoldCredential(cwes);
  const given = textOf(extra.message);
  const message = given && isHidden ? redactSecrets(given) : given;
  const fingerprint = textOf(extra.fingerprint);
  const ruleType = isSecret ? 'secret' : 'sast';
  return {
    type: isSca ? 'sca' : ruleType,
    ruleId,
    ruleName: ruleId.split('.').at(-1),
    title: toTitle(message ?? ruleId) || ruleId,
    description: texts.share(message),
    ...severityOfSemgrep(extra.severity),
    cwes,
    advisoryIds: advisoryIdsIn(
      asText(metadata['sca-vuln-database-identifier']),
      ...textsOf(metadata.cve).map(asText),
      asText(metadata.ghsa),
    ),
    component: isSca ? componentOf(extra, metadata) : undefined,
    locations: [locationOf(result, isHidden ? undefined : code)],
    links: toLinks([
      metadata.shortlink,
      metadata.source,
      metadata['source-rule-url'],
      ...textsOf(metadata.references),
    ]).slice(0, MOST_LINKS),
    fingerprints: fingerprint ? { 'matchBasedId/v1': fingerprint } : {},
    partialFingerprints: {},
    suppression:
      extra.is_ignored === true
        ? { status: 'accepted', kind: 'inSource', justification: 'nosemgrep' }
        : undefined,
  };
}
