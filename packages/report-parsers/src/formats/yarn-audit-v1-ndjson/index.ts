import { ParsedRun, ReportError, ReportFormat } from '../../types';
import {
  JsonObject,
  asObject,
  asText,
  isObject,
  requireObject,
} from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { cut } from '../../shared/text';
import { Tally } from '../../shared/tally';
import { advisoryToFinding } from '../npm-audit/advisories';

/** What yarn writes before it knows whether there is anything to report. */
const MESSAGES = new Set(['error', 'warning', 'info']);

function isMessage(value: unknown): boolean {
  return (
    isObject(value) &&
    MESSAGES.has(asText(value.type) ?? '') &&
    typeof value.data === 'string' &&
    // Later versions of yarn number their messages.
    !('displayName' in value)
  );
}

function isAuditLine(value: unknown): boolean {
  return (
    isObject(value) &&
    (value.type === 'auditAdvisory' || value.type === 'auditSummary') &&
    isObject(value.data)
  );
}

function isError(value: unknown): boolean {
  return isMessage(value) && asObject(value).type === 'error';
}

function messageOf(lines: readonly JsonObject[], type: string): string {
  const line = lines.find(item => item.type === type);
  return cut(asText(line?.data) ?? 'no reason given', 300);
}

function evidenceOf(
  lines: readonly JsonObject[],
): Pick<ParsedRun, 'evidence' | 'evidenceReason' | 'controlTypes'> {
  const has = (type: string) => lines.some(line => line.type === type);
  const noLockfile = lines.some(
    line => line.type === 'info' && /^No lockfile found/i.test(`${line.data}`),
  );
  if (noLockfile && !has('auditAdvisory')) {
    return {
      evidence: 'none',
      evidenceReason: 'yarn found no lock file, so it audited nothing.',
      controlTypes: [],
    };
  }
  if (has('error')) {
    return {
      evidence: 'partial',
      evidenceReason: `yarn reports an error: ${messageOf(lines, 'error')}`,
      controlTypes: ['sca'],
    };
  }
  return has('auditSummary')
    ? { evidence: 'scan', controlTypes: ['sca'] }
    : {
        evidence: 'partial',
        evidenceReason:
          'The report has no auditSummary, with which yarn ends it.',
        controlTypes: ['sca'],
      };
}

function readLines(lines: readonly JsonObject[]): ParsedRun {
  if (!lines.some(isAuditLine)) {
    throw new ReportError(
      `The report says that the audit failed, so it proves nothing: ${messageOf(lines, 'error')}`,
      { path: '/0/data' },
    );
  }
  const texts = new SharedTexts();
  const tally = new Tally('advisory and package name');
  for (const [index, line] of lines.entries()) {
    if (line.type === 'auditAdvisory') {
      const path = `/${index}/data`;
      const data = requireObject(line.data, path);
      const finding = advisoryToFinding(
        requireObject(data.advisory, `${path}/advisory`),
        `${path}/advisory`,
        texts,
        asText(asObject(data.resolution).path),
      );
      tally.addByKey(
        JSON.stringify([finding.ruleId, finding.component?.name]),
        finding,
      );
    }
  }
  return {
    tool: { name: 'yarn audit' },
    ...evidenceOf(lines),
    ...tally.result(),
  };
}

/**
 * `yarn audit --json` of yarn 1: a line for every way by which a vulnerable
 * package came in. One finding per advisory and package, with all its ways.
 */
export const yarnAuditV1Ndjson: ReportFormat = {
  id: 'yarn-audit-v1-ndjson',
  title: 'yarn audit JSON lines, yarn 1',
  documentation: 'https://classic.yarnpkg.com/en/docs/cli/audit/',
  kind: 'jsonl',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'jsonl') return false;
    return (
      document.values.some(isAuditLine) ||
      (document.values.every(isMessage) && document.values.some(isError))
    );
  },
  parse(document) {
    const values = document.kind === 'jsonl' ? document.values : [];
    return [
      readLines(
        values.map((value, index) => requireObject(value, `/${index}`)),
      ),
    ];
  },
};
