import { FindingType, ParsedRun, ReportFormat } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { resultToFinding } from './results';

function isResult(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.check_id === 'string' &&
    isObject(value.extra)
  );
}

/**
 * Errors of level `error` end or cut the scan; those of level `warn`, such as a
 * file with a line that can't be parsed, don't. Old versions have no levels.
 */
function evidenceOf(
  report: JsonObject,
  hasFindings: boolean,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const scanned = asObject(report.paths).scanned;
  const failures = asList(report.errors).filter(value => {
    const level = asText(asObject(value).level);
    return level === undefined || level.toLowerCase() === 'error';
  });
  const sawNothing =
    !hasFindings && Array.isArray(scanned) && scanned.length === 0;
  if (failures.length > 0) {
    const isProof = hasFindings || asList(scanned).length > 0;
    return {
      evidence: isProof ? 'partial' : 'none',
      evidenceReason: `Semgrep reports ${failures.length} errors.`,
    };
  }
  return sawNothing
    ? { evidence: 'none', evidenceReason: 'Semgrep scanned no file.' }
    : { evidence: 'scan' };
}

function toRun(report: JsonObject): ParsedRun {
  const tally = new Tally('rule, path and line');
  const texts = new SharedTexts();
  const results = requireList(report.results, '/results');
  optionalList(report, 'errors', '');
  for (const [index, value] of results.entries()) {
    const result = requireObject(value, `/results/${index}`);
    const finding = resultToFinding(result, texts);
    const [{ path, startLine }] = finding.locations;
    tally.addByKey(
      JSON.stringify([
        finding.ruleId,
        path,
        startLine,
        finding.component?.name,
        finding.component?.version,
      ]),
      finding,
    );
  }
  const evidence = evidenceOf(report, results.length > 0);
  const controls = new Set<FindingType>(['sast']);
  for (const { type } of tally.findings) controls.add(type);
  return {
    tool: { name: 'Semgrep', version: asText(report.version) },
    ...evidence,
    controlTypes: evidence.evidence === 'none' ? [] : [...controls],
    // Nothing says whether the scan also looked at dependencies and for secrets.
    speaksFor: [...controls],
    ...tally.result(),
  };
}

/**
 * `semgrep scan --json`: code, supply chain and secrets. Several matches of a
 * rule in one line are one finding.
 */
export const semgrepJson: ReportFormat = {
  id: 'semgrep-json',
  title: 'Semgrep JSON',
  documentation:
    'https://semgrep.dev/docs/semgrep-appsec-platform/json-and-sarif',
  kind: 'json',
  controlTypes: ['sast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      Array.isArray(value.results) &&
      Array.isArray(value.errors) &&
      value.metrics === undefined &&
      value.generated_at === undefined &&
      (value.results.length === 0 || isResult(value.results[0]))
    );
  },
  parse(document) {
    return [
      toRun(
        requireObject(
          document.kind === 'json' ? document.value : undefined,
          '',
        ),
      ),
    ];
  },
};
