import { ParsedRun, ReportFormat } from '../../types';
import { GroupedFindings } from '../../shared/grouping';
import {
  JsonObject,
  asObject,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { toFinding } from './findings';

const TOOL = 'StackHawk';

/** The messages of one scan; only the last has findings. */
const MESSAGES = ['scanCompleted', 'scanStarted', 'scanError'] as const;

function categoryOf(scan: JsonObject): string | undefined {
  const name = [scan.application, scan.env]
    .map(asText)
    .filter(part => part !== undefined)
    .join('/');
  return name ? cut(name, NAME_LENGTH) : undefined;
}

function evidenceOf(
  scan: JsonObject,
  found: number,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const status = asText(scan.status);
  if (!status || status.toUpperCase() === 'COMPLETED') {
    return { evidence: 'scan' };
  }
  return {
    evidence: found > 0 ? 'partial' : 'none',
    evidenceReason: `The scan was not completed: its status is ${cut(status, 100)}.`,
  };
}

function notCompleted(scan: JsonObject): ParsedRun {
  return {
    tool: { name: TOOL, version: asText(scan.hawkscanVersion) },
    evidence: 'none',
    evidenceReason: 'The message is not of a completed scan.',
    controlTypes: [],
    category: categoryOf(scan),
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
}

/**
 * The message that StackHawk's webhook sends when a scan ends: one run per
 * application and environment, one finding per plugin and host with all its
 * paths.
 */
export const stackhawkWebhookJson: ReportFormat = {
  id: 'stackhawk-webhook-json',
  title: 'StackHawk webhook',
  toolName: TOOL,
  documentation: 'https://docs.stackhawk.com/workflow-integrations/webhook/',
  kind: 'json',
  controlTypes: ['dast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      value.service === 'StackHawk' &&
      MESSAGES.some(message => isObject(value[message]))
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const other = asObject(report.scanStarted ?? report.scanError);
    if (report.scanCompleted === undefined && Object.keys(other).length > 0) {
      return [notCompleted(asObject(other.scan))];
    }
    const completed = requireObject(report.scanCompleted, '/scanCompleted');
    const scan = requireObject(completed.scan, '/scanCompleted/scan');
    const list = optionalList(completed, 'findings', '/scanCompleted');
    const groups = new GroupedFindings();
    for (const [index, value] of list.entries()) {
      const path = `/scanCompleted/findings/${index}`;
      const entry = requireObject(value, path);
      const finding = toFinding(entry, path);
      groups.add(
        [finding.ruleId, asText(entry.host), finding.suppression?.kind],
        finding,
      );
    }
    const evidence = evidenceOf(scan, list.length);
    return [
      {
        tool: { name: TOOL, version: asText(scan.hawkscanVersion) },
        ...evidence,
        controlTypes: evidence.evidence === 'none' ? [] : ['dast'],
        category: categoryOf(scan),
        scannedAt: toIsoTime(scan.startedTimestamp),
        findings: groups.findings,
        counts: { raw: list.length, leftOut: {} },
        aggregatedBy: groups.mergedBy('plugin and host'),
      },
    ];
  },
};
