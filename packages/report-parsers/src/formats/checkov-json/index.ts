import { ParsedRun, ReportError, ReportFormat } from '../../types';
import { leaveOut } from '../../shared/counts';
import {
  JsonObject,
  asIndex,
  asObject,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { checkToFinding, typeOfFramework } from './checks';

const TOOL = 'Checkov';

function isReport(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.check_type === 'string' &&
    isObject(value.results)
  );
}

/** What Checkov writes when no framework had anything to look at: the summary alone. */
function isBareSummary(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    typeof value.checkov_version === 'string' &&
    'passed' in value &&
    'failed' in value &&
    !('results' in value)
  );
}

function nothingChecked(summary: JsonObject): ParsedRun {
  return {
    tool: { name: TOOL, version: asText(summary.checkov_version) },
    evidence: 'none',
    evidenceReason: 'Checkov found nothing to check.',
    controlTypes: [],
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
}

function readReport(value: unknown, path: string, texts: SharedTexts) {
  const report = requireObject(value, path);
  const results = requireObject(report.results, `${path}/results`);
  const checkType = asText(report.check_type);
  if (!checkType) {
    throw new ReportError('check_type is missing: this is no Checkov report.', {
      path: `${path}/check_type`,
    });
  }
  const summary = asObject(report.summary);
  const resultsPath = `${path}/results`;
  const failed = optionalList(results, 'failed_checks', resultsPath);
  const errors = Math.max(
    optionalList(results, 'parsing_errors', resultsPath).length,
    asIndex(summary.parsing_errors) ?? 0,
  );
  const run: ParsedRun = {
    tool: { name: TOOL, version: asText(summary.checkov_version) },
    evidence: errors > 0 ? 'partial' : 'scan',
    evidenceReason:
      errors > 0 ? `Checkov could not read ${errors} files.` : undefined,
    controlTypes: [typeOfFramework(checkType)],
    category: checkType,
    findings: failed.map((check, index) =>
      checkToFinding(
        requireObject(check, `${resultsPath}/failed_checks/${index}`),
        checkType,
        texts,
      ),
    ),
    counts: { raw: failed.length, leftOut: {} },
  };
  for (const [key, reason] of [
    ['passed_checks', 'passed'],
    ['skipped_checks', 'skipped'],
    ['unknown_checks', 'result is unknown'],
  ] as const) {
    const list = optionalList(results, key, resultsPath);
    leaveOut(run.counts, reason, list.length);
  }
  return run;
}

/**
 * Checkov's JSON: the report of one framework, or a list with one of each. A
 * run is a framework, since a scan of one says nothing about the others; a
 * finding is a failed check.
 */
export const checkovJson: ReportFormat = {
  id: 'checkov-json',
  title: 'Checkov JSON',
  toolName: TOOL,
  documentation:
    'https://www.checkov.io/2.Basics/Reviewing%20Scan%20Results.html',
  kind: 'json',
  controlTypes: ['iac'],
  recognises(document) {
    if (document.kind !== 'json') return false;
    const { value } = document;
    return Array.isArray(value)
      ? isReport(value[0]) || isBareSummary(value[0])
      : isReport(value) || isBareSummary(value);
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    const texts = new SharedTexts();
    const read = (report: unknown, path: string) =>
      isBareSummary(report)
        ? nothingChecked(report)
        : readReport(report, path, texts);
    return Array.isArray(value)
      ? value.map((report, index) => read(report, `/${index}`))
      : [read(value, '')];
  },
};
