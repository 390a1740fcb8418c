import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { leaveOut } from '../../shared/counts';
import { GroupedFindings } from '../../shared/grouping';
import {
  JsonObject,
  asObject,
  asPosition,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { categoryOfPath, toRepositoryPath } from '../../shared/paths';
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { toIsoTime } from '../../shared/times';

const TOOL = 'Terrascan';

function toFinding(violation: JsonObject, texts: SharedTexts): ParsedFinding {
  const name = asText(violation.rule_name);
  const ruleId = asText(violation.rule_id) ?? name ?? 'unspecified';
  const told = asText(violation.description);
  const word = asText(violation.severity);
  const file = asText(violation.file);
  const resource = [violation.resource_type, violation.resource_name]
    .map(asText)
    .filter(part => part !== undefined)
    .join('.');
  return {
    type: 'iac',
    ruleId: cut(ruleId, NAME_LENGTH),
    ruleName: name && cut(name, NAME_LENGTH),
    title: toTitle(told ?? name ?? ruleId),
    description: texts.share(told),
    severity: (word && severityOfWord(word)) || 'medium',
    toolSeverity: word,
    cwes: [],
    advisoryIds: [],
    locations: [
      {
        path: file && toRepositoryPath(cut(file, NAME_LENGTH)),
        startLine: asPosition(violation.line),
        logicalName: resource ? cut(resource, NAME_LENGTH) : undefined,
      },
    ],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}

/**
 * By default Terrascan tries every kind of infrastructure code, and lists as an
 * error which of them the directory has none of.
 */
function isAbsence(message: string): boolean {
  return /not found in (?:the )?directory|no helm charts found|(?:has|contains|found) no [^.]{0,60}files|no [^.]{0,60}files? (?:found|present)/i.test(
    message.slice(0, 500),
  );
}

function evidenceOf(
  results: JsonObject,
  found: number,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const errors = optionalList(results, 'scan_errors', '/results').map(error =>
    asText(asObject(error).errMsg),
  );
  const failures = errors.filter(message => !message || !isAbsence(message));
  const summary = asObject(results.scan_summary);
  if (summary.policies_validated === 0 && found === 0) {
    return {
      evidence: 'none',
      evidenceReason: 'Terrascan validated no policies.',
    };
  }
  return failures.length === 0
    ? { evidence: 'scan' }
    : {
        evidence: 'partial',
        evidenceReason: `Terrascan reports ${failures.length} errors of its scan.`,
      };
}

/** Go's own way to print a time: `2021-05-19 13:13:06.083208 +0000 UTC`. */
function scanTime(value: unknown): string | undefined {
  const text = asText(value)?.slice(0, 100);
  const match =
    text &&
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ([+-]\d{4})/.exec(text);
  return match
    ? toIsoTime(
        `${match[1]}T${match[2]}${match[3].slice(0, 3)}:${match[3].slice(3)}`,
      )
    : toIsoTime(text);
}

/** Terrascan's JSON: one finding per violation of a rule by a resource. */
export const terrascanJson: ReportFormat = {
  id: 'terrascan-json',
  title: 'Terrascan JSON',
  toolName: TOOL,
  documentation: 'https://runterrascan.io/docs/usage/command_line_mode/',
  kind: 'json',
  controlTypes: ['iac'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { results } = document.value;
    return (
      isObject(results) &&
      'violations' in results &&
      ('scan_summary' in results ||
        'scan_errors' in results ||
        'skipped_violations' in results)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const results = requireObject(report.results, '/results');
    const summary = asObject(results.scan_summary);
    const groups = new GroupedFindings();
    const texts = new SharedTexts();
    const violations = optionalList(results, 'violations', '/results');
    for (const [index, value] of violations.entries()) {
      const violation = requireObject(value, `/results/violations/${index}`);
      const finding = toFinding(violation, texts);
      const [place] = finding.locations;
      groups.add(
        [
          finding.ruleId,
          finding.ruleName,
          place.logicalName,
          place.path,
          place.startLine,
        ],
        finding,
      );
    }
    const counts = { raw: violations.length, leftOut: {} };
    for (const [key, reason] of [
      ['skipped_violations', 'skipped in the code'],
      ['passed_rules', 'passed'],
      ['vulnerabilities', 'vulnerability of an image'],
    ] as const) {
      leaveOut(counts, reason, optionalList(results, key, '/results').length);
    }
    const evidence = evidenceOf(results, violations.length);
    return [
      {
        tool: { name: TOOL },
        ...evidence,
        controlTypes: evidence.evidence === 'none' ? [] : ['iac'],
        category: categoryOfPath(asText(summary['file/folder'])),
        scannedAt: scanTime(summary.scanned_at),
        findings: groups.findings,
        counts,
        aggregatedBy: groups.mergedBy('rule, resource, file and line'),
      },
    ];
  },
};
