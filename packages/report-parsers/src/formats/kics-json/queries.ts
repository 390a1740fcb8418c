import { ParsedFinding } from '../../types';
import { JsonObject, asPosition, asText } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import {
  HARD_CODED_CREDENTIALS,
  addCwe,
  addCwesIn,
} from '../../shared/weaknesses';

const DETAILS_LENGTH = 2_000;

/** The queries of the engine that looks for secrets with patterns. */
function isSecretQuery(query: JsonObject): boolean {
  return /^passwords and secrets/i.test(asText(query.query_name) ?? '');
}

function cwesOf(query: JsonObject, isSecret: boolean): number[] {
  const cwes = new Set<number>();
  addCwe(cwes, query.cwe);
  addCwesIn(cwes, query.cwe);
  if (isSecret) cwes.add(HARD_CODED_CREDENTIALS);
  return [...cwes];
}

function resourceOf(file: JsonObject): string | undefined {
  const parts = [file.resource_type, file.resource_name]
    .map(asText)
    .filter(part => part !== undefined && part !== 'n/a');
  const name = parts.length > 0 ? parts.join('.') : asText(file.search_key);
  return name && redactSecrets(cut(name, NAME_LENGTH));
}

function detailsOf(file: JsonObject): string | undefined {
  const expected = asText(file.expected_value);
  const actual = asText(file.actual_value);
  const lines = [
    ...(expected ? [`Expected: ${expected}`] : []),
    ...(actual ? [`Found: ${actual}`] : []),
  ].join('\n');
  return lines ? redactSecrets(cut(lines, DETAILS_LENGTH)) : undefined;
}

/** TRACE marks entries of a bill of materials. */
function severityOf(word: string | undefined): ParsedFinding['severity'] {
  if (word && /^trace$/i.test(word)) return 'info';
  return (word && severityOfWord(word)) || 'medium';
}

/** An entry of `files` of a query; of a secret only the place is read. */
export function fileToFinding(
  file: JsonObject,
  query: JsonObject,
  texts: SharedTexts,
): ParsedFinding {
  const isSecret = isSecretQuery(query);
  const name = asText(query.query_name);
  const ruleId = asText(query.query_id) ?? name ?? 'unspecified';
  const path = asText(file.file_name);
  const word = asText(query.severity);
  const similarity = asText(file.similarity_id);
  return {
    type: isSecret ? 'secret' : 'iac',
    ruleId: cut(ruleId, NAME_LENGTH),
    ruleName: name && cut(name, NAME_LENGTH),
    title: toTitle(name ?? ruleId),
    description: texts.share(asText(query.description)),
    details: isSecret ? undefined : detailsOf(file),
    severity: severityOf(word),
    toolSeverity: word,
    cwes: cwesOf(query, isSecret),
    advisoryIds: [],
    locations: [
      {
        path: path && toRepositoryPath(cut(path, NAME_LENGTH)),
        startLine: asPosition(file.line),
        ...(!isSecret && { logicalName: resourceOf(file) }),
      },
    ],
    links: toLinks([query.query_url]),
    fingerprints: {},
    partialFingerprints:
      similarity && !isSecret ? { similarityId: similarity } : {},
  };
}
