import { ParsedFinding, ReportFormat, Severity } from '../../types';
import { leaveOut } from '../../shared/counts';
import { GroupedFindings } from '../../shared/grouping';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';

const TOOL = 'tfsec';
const DETAILS_LENGTH = 2_000;

/** Statuses as words, as numbers (from 1.0), and as `passed` (before 0.40). */
const STATUSES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [1, 'passed'],
  ['passed', 'passed'],
  [2, 'ignored'],
  ['ignored', 'ignored'],
]);

function statusOf(result: JsonObject): string {
  if (result.passed === true) return 'passed';
  return STATUSES.get(result.status) ?? 'failed';
}

/** Words of old versions. */
const OLD_SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['ERROR', 'high'],
  ['WARNING', 'medium'],
]);

function severityOf(word: string | undefined): Severity {
  if (!word) return 'medium';
  return (
    OLD_SEVERITIES.get(word.toUpperCase()) ?? severityOfWord(word) ?? 'medium'
  );
}

function toFinding(result: JsonObject, texts: SharedTexts): ParsedFinding {
  const place = asObject(result.location);
  const ruleId = cut(asText(result.rule_id) ?? 'unspecified', NAME_LENGTH);
  const rule = asText(result.rule_description);
  const details = asText(result.description);
  const impact = asText(result.impact);
  const file = asText(place.filename);
  const word = asText(result.severity);
  // Before 1.0 the resource stands in the description only.
  const resource =
    asText(result.resource) ??
    /^Resource '([^']{1,500})'/.exec(details ?? '')?.[1];
  return {
    type: 'iac',
    ruleId,
    ruleName: asText(result.long_id) ?? asText(result.legacy_rule_id),
    title: toTitle(rule ?? details ?? ruleId),
    description: texts.share(
      [rule, impact].filter(text => text !== undefined).join('\n\n'),
    ),
    remediation: texts.share(asText(result.resolution)),
    details: details && redactSecrets(cut(details, DETAILS_LENGTH)),
    severity: severityOf(word),
    toolSeverity: word,
    cwes: [],
    advisoryIds: [],
    locations: [
      {
        path: file && toRepositoryPath(cut(file, NAME_LENGTH)),
        startLine: asPosition(place.start_line),
        endLine: asPosition(place.end_line),
        logicalName: resource && cut(resource, NAME_LENGTH),
      },
    ],
    links: toLinks([result.link, ...asList(result.links).slice(0, 20)]),
    fingerprints: {},
    partialFingerprints: {},
  };
}

function isResult(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.rule_id === 'string' &&
    isObject(value.location) &&
    typeof value.location.filename === 'string' &&
    ('rule_description' in value ||
      'rule_provider' in value ||
      // all that told the rule in the first versions
      'link' in value)
  );
}

/**
 * tfsec's JSON: one finding per rule and range of lines; the resources that a
 * module makes of them are its places. Without results tfsec writes `null`, and
 * some versions `[]`, which other tools write too: that needs the format.
 */
export const tfsecJson: ReportFormat = {
  id: 'tfsec-json',
  title: 'tfsec JSON',
  toolName: TOOL,
  documentation: 'https://aquasecurity.github.io/tfsec/latest/',
  kind: 'json',
  controlTypes: ['iac'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    if (value.results === null) return Object.keys(value).length === 1;
    return isResult(asList(value.results)[0]);
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const results =
      report.results === null ? [] : requireList(report.results, '/results');
    const groups = new GroupedFindings();
    const texts = new SharedTexts();
    const counts = { raw: 0, leftOut: {} };
    for (const [index, value] of results.entries()) {
      const result = requireObject(value, `/results/${index}`);
      const status = statusOf(result);
      if (status === 'failed') {
        const finding = toFinding(result, texts);
        const [place] = finding.locations;
        groups.add(
          [
            asText(result.rule_provider),
            finding.ruleId,
            place.path,
            place.startLine,
            place.endLine,
          ],
          finding,
        );
        counts.raw += 1;
      } else {
        leaveOut(counts, status);
      }
    }
    return [
      {
        tool: { name: TOOL },
        evidence: 'scan',
        controlTypes: ['iac'],
        findings: groups.findings,
        counts,
        aggregatedBy: groups.mergedBy('rule, file and lines'),
      },
    ];
  },
};
