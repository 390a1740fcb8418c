import { FindingType, ParsedComponent, ParsedFinding } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { normalisePath, toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord, toScore } from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { HARD_CODED_CREDENTIALS } from '../../shared/weaknesses';

const SNIPPET_LENGTH = 1_000;
const MOST_KEYS = 20;

/** What kind of weakness a framework of Checkov looks for. */
export function typeOfFramework(checkType: string): FindingType {
  if (checkType === 'secrets') return 'secret';
  if (checkType === 'sca_image') return 'container';
  if (checkType.startsWith('sca')) return 'sca';
  return checkType.startsWith('sast') ? 'sast' : 'iac';
}

/**
 * `file_path` is relative to the scanned directory, `repo_file_path` to the
 * working directory, each with a slash before it. The second is nearer to the
 * repository, unless Checkov was started in the root of the file system.
 */
function pathOf(check: JsonObject): string | undefined {
  const file = asText(check.file_path);
  const absolute = asText(check.file_abs_path);
  const inRepository = asText(check.repo_file_path);
  const isUseful =
    inRepository !== undefined &&
    inRepository !== absolute &&
    !inRepository.includes('..');
  const chosen = isUseful ? inRepository : (file ?? inRepository ?? absolute);
  if (!chosen) return undefined;
  const short = cut(chosen, NAME_LENGTH);
  return short === absolute
    ? toRepositoryPath(short)
    : normalisePath(short).replace(/^\/+/, '');
}

function snippetOf(check: JsonObject): string | undefined {
  const parts: string[] = [];
  let length = 0;
  for (const line of asList(check.code_block)) {
    const text = asList(line)[1];
    if (typeof text === 'string' && length < SNIPPET_LENGTH) {
      parts.push(text);
      length += text.length;
    }
  }
  const code = cut(parts.join(''), SNIPPET_LENGTH).trimEnd();
  return code ? redactSecrets(code) : undefined;
}

function componentOf(vulnerability: JsonObject): ParsedComponent | undefined {
  const name = asText(vulnerability.package_name);
  if (!name) return undefined;
  const fixed = [
    asText(vulnerability.lowest_fixed_version),
    ...asList(vulnerability.fixed_versions).map(asText),
  ].filter(version => version !== undefined);
  return {
    name,
    version: asText(vulnerability.package_version),
    ...(fixed.length > 0 && { fixedVersions: [...new Set(fixed)] }),
  };
}

function detailsOf(check: JsonObject): string | undefined {
  const keys = asList(asObject(check.check_result).evaluated_keys)
    .slice(0, MOST_KEYS)
    .map(asText)
    .filter(key => key !== undefined);
  return keys.length > 0 ? `Evaluated: ${keys.join(', ')}` : undefined;
}

/** An entry of `failed_checks`. Of a secret neither the code nor `resource`, which is its hash, is read. */
export function checkToFinding(
  check: JsonObject,
  checkType: string,
  texts: SharedTexts,
): ParsedFinding {
  const type = typeOfFramework(checkType);
  const isSecret = type === 'secret';
  const ruleId = cut(asText(check.check_id) ?? 'unspecified', NAME_LENGTH);
  const vulnerability = asObject(check.vulnerability_details);
  const component = isSecret ? undefined : componentOf(vulnerability);
  const name = asText(check.check_name) ?? ruleId;
  const advisory = asText(vulnerability.id);
  const word = asText(check.severity) ?? asText(vulnerability.severity);
  const [startLine, endLine] = asList(check.file_line_range).map(asPosition);
  const resource = asText(check.resource);
  const told =
    asText(check.description) ??
    asText(check.short_description) ??
    asText(vulnerability.description);
  return {
    type,
    ruleId: advisory ?? ruleId,
    ruleName: asText(check.bc_check_id),
    title: toTitle(
      advisory && component ? `${advisory} in ${component.name}` : name,
    ),
    description: texts.share(told ?? name),
    remediation: texts.share(
      asText(check.guideline) && `See ${asText(check.guideline)}`,
    ),
    details: isSecret ? undefined : detailsOf(check),
    severity: (word && severityOfWord(word)) || 'medium',
    toolSeverity: word,
    score: toScore(vulnerability.cvss),
    cwes: isSecret ? [HARD_CODED_CREDENTIALS] : [],
    advisoryIds: advisoryIdsIn(advisory),
    component,
    locations: [
      {
        path: pathOf(check),
        startLine,
        endLine,
        ...(!isSecret && {
          logicalName: resource && cut(resource, NAME_LENGTH),
          snippet: snippetOf(check),
        }),
      },
    ],
    links: toLinks([check.guideline, vulnerability.link]),
    fingerprints: {},
    partialFingerprints: {},
  };
}
