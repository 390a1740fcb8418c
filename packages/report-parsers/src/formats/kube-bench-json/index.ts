import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { leaveOut } from '../../shared/counts';
import {
  JsonObject,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { linksIn } from '../../shared/links';
import { redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';

const TOOL = 'kube-bench';
const DETAILS_LENGTH = 2_000;

/** One part of the benchmark: the checks of one type of node. */
function isControl(value: unknown): boolean {
  return (
    isObject(value) &&
    'tests' in value &&
    typeof value.id === 'string' &&
    ('node_type' in value || 'total_fail' in value)
  );
}

/** Why a check is no finding; undefined for one that is. */
function reasonToLeaveOut(check: JsonObject): string | undefined {
  const status = asText(check.status)?.toUpperCase();
  if (status === 'FAIL') return undefined;
  if (status !== 'WARN') return `status is ${cut(status ?? 'missing', 100)}`;
  return check.type === 'manual' ||
    check.reason === 'Test marked as a manual test'
    ? 'manual check'
    : undefined;
}

function detailsOf(check: JsonObject): string | undefined {
  const reason = asText(check.reason);
  const expected = asText(check.expected_result);
  const lines = [
    ...(expected ? [`Expected: ${expected}`] : []),
    ...(reason ? [reason] : []),
  ].join('\n');
  return lines ? redactSecrets(cut(lines, DETAILS_LENGTH)) : undefined;
}

/** A failed or unclear check. `actual_value` is what a command printed on the node, and isn't kept. */
function toFinding(
  check: JsonObject,
  component: string | undefined,
  texts: SharedTexts,
): ParsedFinding {
  const ruleId = cut(asText(check.test_number) ?? 'unspecified', NAME_LENGTH);
  const told = asText(check.test_desc) ?? ruleId;
  const status = asText(check.status);
  const remediation = asText(check.remediation)?.trim();
  return {
    type: 'iac',
    ruleId,
    title: toTitle(told),
    description: texts.share(told),
    remediation: texts.share(remediation),
    details: detailsOf(check),
    severity: status?.toUpperCase() === 'FAIL' ? 'medium' : 'info',
    toolSeverity: status,
    cwes: [],
    advisoryIds: [],
    locations: [component ? { logicalName: component } : {}],
    links: linksIn(remediation),
    fingerprints: {},
    partialFingerprints: {},
  };
}

function readControl(
  value: unknown,
  path: string,
  texts: SharedTexts,
): ParsedRun {
  const control = requireObject(value, path);
  const nodeType = asText(control.node_type) ?? asText(control.id);
  const category = nodeType && cut(nodeType, NAME_LENGTH);
  const findings: ParsedFinding[] = [];
  const counts: ParsedRun['counts'] = { raw: 0, leftOut: {} };
  let checked = false;
  for (const [index, item] of optionalList(control, 'tests', path).entries()) {
    const testPath = `${path}/tests/${index}`;
    const test = requireObject(item, testPath);
    for (const [position, entry] of optionalList(
      test,
      'results',
      testPath,
    ).entries()) {
      const check = requireObject(entry, `${testPath}/results/${position}`);
      const reason = reasonToLeaveOut(check);
      checked ||= reason === undefined || reason === 'status is PASS';
      if (reason) {
        leaveOut(counts, reason);
      } else {
        findings.push(toFinding(check, category, texts));
        counts.raw += 1;
      }
    }
  }
  return {
    tool: { name: TOOL },
    evidence: checked ? 'scan' : 'none',
    evidenceReason: checked
      ? undefined
      : 'Every check of this part is manual or was skipped.',
    controlTypes: checked ? ['iac'] : [],
    category,
    findings,
    counts,
  };
}

/** The list of controls and where it stands: under `Controls`, as the document, or the document is one. */
function controlsOf(value: unknown): {
  controls: readonly unknown[];
  pathOf: (index: number) => string;
} {
  if (Array.isArray(value)) {
    return { controls: value, pathOf: index => `/${index}` };
  }
  const report = requireObject(value, '');
  if (isControl(report)) return { controls: [report], pathOf: () => '' };
  return {
    controls:
      report.Controls === null ? [] : requireList(report.Controls, '/Controls'),
    pathOf: index => `/Controls/${index}`,
  };
}

/**
 * kube-bench with `--json`: one run per type of node, since a node is only
 * checked for what runs on it; one finding per failed check and per warning
 * that isn't a check for people to make. The tool gives no severities.
 */
export const kubeBenchJson: ReportFormat = {
  id: 'kube-bench-json',
  title: 'kube-bench JSON',
  toolName: TOOL,
  documentation:
    'https://github.com/aquasecurity/kube-bench/blob/main/docs/flags-and-commands.md',
  kind: 'json',
  controlTypes: ['iac'],
  recognises(document) {
    if (document.kind !== 'json') return false;
    const { value } = document;
    if (Array.isArray(value)) return isControl(value[0]);
    if (!isObject(value)) return false;
    const { Controls: controls } = value;
    return (
      isControl(value) ||
      (Array.isArray(controls)
        ? isControl(controls[0]) ||
          (controls.length === 0 && isObject(value.Totals))
        : controls === null && isObject(value.Totals))
    );
  },
  parse(document) {
    const { controls, pathOf } = controlsOf(
      document.kind === 'json' ? document.value : undefined,
    );
    if (controls.length === 0) {
      return [
        {
          tool: { name: TOOL },
          evidence: 'none',
          evidenceReason: 'The report has no controls: kube-bench ran none.',
          controlTypes: [],
          findings: [],
          counts: { raw: 0, leftOut: {} },
        },
      ];
    }
    const texts = new SharedTexts();
    return controls.map((control, index) =>
      readControl(control, pathOf(index), texts),
    );
  },
};
