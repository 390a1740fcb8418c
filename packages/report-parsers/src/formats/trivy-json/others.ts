import { ParsedFinding, ParsedLocation } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import { TrivyTarget } from './targets';

const TEXT_LENGTH = 20_000;
const SNIPPET_LENGTH = 1_000;

function severityOf(
  entry: JsonObject,
): Pick<ParsedFinding, 'severity' | 'toolSeverity'> {
  const word = asText(entry.Severity);
  return {
    severity: (word && severityOfWord(word)) || 'medium',
    toolSeverity: word,
  };
}

function textOf(value: unknown): string | undefined {
  const text = asText(value);
  return text && cut(text, TEXT_LENGTH);
}

function codeOf(cause: JsonObject): string | undefined {
  const lines = asList(asObject(cause.Code).Lines)
    .map(line => asObject(line).Content)
    .filter(content => typeof content === 'string');
  return lines.length > 0 ? cut(lines.join('\n'), SNIPPET_LENGTH) : undefined;
}

/** An entry of `Misconfigurations`. */
export function misconfigurationToFinding(
  entry: JsonObject,
  target: TrivyTarget,
): ParsedFinding {
  const cause = asObject(entry.CauseMetadata);
  const ruleId = asText(entry.ID) ?? asText(entry.AVDID) ?? 'unspecified';
  const title = asText(entry.Title) ?? asText(entry.Message) ?? ruleId;
  const cwes = new Set<number>();
  for (const cwe of asList(entry.CweIDs)) addCwesIn(cwes, cwe);
  const location: ParsedLocation = {
    path: target.path,
    startLine: asPosition(cause.StartLine),
    endLine: asPosition(cause.EndLine),
    logicalName: target.resourceName ?? asText(cause.Resource),
    snippet: codeOf(cause),
  };
  return {
    type: 'iac',
    ruleId,
    ruleName: asText(entry.AVDID),
    title: toTitle(title),
    description: textOf(entry.Description),
    remediation: textOf(entry.Resolution),
    details: textOf(entry.Message),
    ...severityOf(entry),
    cwes: [...cwes],
    advisoryIds: [],
    locations: [location],
    links: toLinks([
      entry.PrimaryURL,
      ...asList(entry.References).slice(0, 20),
    ]),
    fingerprints: {},
    partialFingerprints: {},
  };
}

/** An entry of `Secrets`. `Match` and `Code` hold the secret and are never read. */
export function secretToFinding(
  entry: JsonObject,
  target: TrivyTarget,
): ParsedFinding {
  const ruleId = asText(entry.RuleID) ?? 'unspecified';
  return {
    type: 'secret',
    ruleId,
    ruleName: asText(entry.Category),
    title: redactSecrets(toTitle(asText(entry.Title) ?? ruleId)),
    ...severityOf(entry),
    cwes: [],
    advisoryIds: [],
    locations: [
      {
        path: target.path,
        startLine: asPosition(entry.StartLine),
        endLine: asPosition(entry.EndLine),
        logicalName: target.resourceName,
      },
    ],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}

/** An entry of `Licenses`. */
export function licenseToFinding(
  entry: JsonObject,
  target: TrivyTarget,
): ParsedFinding {
  const license = asText(entry.Name) ?? 'unknown license';
  const name = asText(entry.PkgName);
  return {
    type: 'sca',
    ruleId: `license:${license}`,
    ruleName: asText(entry.Category),
    title: toTitle(
      name ? `License ${license} of ${name}` : `License ${license}`,
    ),
    ...severityOf(entry),
    cwes: [],
    advisoryIds: [],
    component: name ? { name } : undefined,
    locations: [
      {
        path: asText(entry.FilePath) ?? target.path,
        logicalName: target.resourceName,
      },
    ],
    links: toLinks([entry.Link]),
    fingerprints: {},
    partialFingerprints: {},
  };
}
