import {
  ParsedFinding,
  ReportError,
  ReportFormat,
  Severity,
} from '../../types';
import { GroupedFindings } from '../../shared/grouping';
import { JsonObject, asList, asText, isObject } from '../../shared/json';
import { toRepositoryPath } from '../../shared/paths';
import { maskInPath, redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut } from '../../shared/text';
import { HARD_CODED_CREDENTIALS } from '../../shared/weaknesses';

const TOOL = 'TruffleHog';

function isResult(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    typeof value.reason === 'string' &&
    Array.isArray(value.stringsFound) &&
    ('path' in value || 'commitHash' in value)
  );
}

/** The tool gives none: by what the rule is about, and random-looking text is mostly no secret. */
function severityOf(reason: string): Severity {
  if (/high entropy/i.test(reason)) return 'info';
  if (/oauth|aws|heroku/i.test(reason)) return 'critical';
  return /generic/i.test(reason) ? 'medium' : 'high';
}

/** A record; its `diff` and `printDiff` hold the secret and are never read. */
function toFinding(record: JsonObject): ParsedFinding {
  const found = asList(record.stringsFound);
  const reason = redactSecrets(
    cut(asText(record.reason) ?? 'unspecified', NAME_LENGTH),
    found.filter(text => typeof text === 'string'),
  );
  const path = asText(record.path);
  const commit = asText(record.commitHash);
  return {
    type: 'secret',
    ruleId: reason,
    title: `Possible secret (${cut(reason, 150)})`,
    details:
      commit && /^[0-9a-f]{7,64}$/i.test(commit)
        ? `Found in commit ${commit}.`
        : undefined,
    severity: severityOf(reason),
    cwes: [HARD_CODED_CREDENTIALS],
    advisoryIds: [],
    locations: [
      {
        path:
          path && maskInPath(toRepositoryPath(cut(path, NAME_LENGTH)), found),
      },
    ],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}

/**
 * TruffleHog 2 with `--json`: one record a line for each commit, rule and file.
 * It repeats a secret with every commit that touches it and knows no lines, so
 * a rule in a file is one finding.
 */
export const trufflehogV2Jsonl: ReportFormat = {
  id: 'trufflehog-v2-jsonl',
  title: 'TruffleHog 2 JSON lines',
  toolName: TOOL,
  documentation: 'https://pypi.org/project/truffleHog/2.2.1/',
  kind: 'jsonl',
  controlTypes: ['secret'],
  recognises(document) {
    return document.kind === 'jsonl' && isResult(document.values[0]);
  },
  parse(document) {
    const values = document.kind === 'jsonl' ? document.values : [];
    const groups = new GroupedFindings();
    for (const [index, value] of values.entries()) {
      if (!isResult(value)) {
        throw new ReportError(
          `Record ${index + 1} is no finding of TruffleHog 2: it has no reason and stringsFound.`,
          { path: `/${index}`, line: index + 1 },
        );
      }
      const finding = toFinding(value);
      groups.add([finding.ruleId, finding.locations[0].path], finding);
    }
    return [
      {
        tool: { name: TOOL },
        evidence: 'scan',
        controlTypes: ['secret'],
        findings: groups.findings,
        counts: { raw: values.length, leftOut: {} },
        aggregatedBy: groups.mergedBy('rule and file'),
      },
    ];
  },
};
