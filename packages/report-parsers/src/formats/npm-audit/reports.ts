import { ParsedRun, ReportError } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  requireObject,
} from '../../shared/json';
import { pointerPart } from '../../shared/pointers';
import { SharedTexts } from '../../shared/sharedTexts';
import { cut } from '../../shared/text';
import { advisoryToFinding } from './advisories';

/** The tool of the registry's first audit endpoint. */
export const REGISTRY_AUDIT: ParsedRun['tool'] = { name: 'npm audit' };

/** Whether a document is npm's own report that it could not audit. */
export function isNpmError(value: JsonObject): boolean {
  const { error } = value;
  return (
    isObject(error) &&
    typeof error.summary === 'string' &&
    ('code' in error || 'detail' in error) &&
    !('vulnerabilities' in value) &&
    !('advisories' in value)
  );
}

/** @throws ReportError with what npm says when it could not audit */
export function assertAudited(report: JsonObject): void {
  if (!isNpmError(report)) return;
  const error = asObject(report.error);
  const reason = [error.code, error.summary, report.message]
    .map(asText)
    .filter(Boolean)
    .join(': ');
  throw new ReportError(
    `The report says that the audit failed, so it proves nothing: ${cut(
      reason || 'no reason given',
      300,
    )}`,
    { path: '/error' },
  );
}

/** Whether a document has the shape of the registry's first audit endpoint. */
export function isAdvisoryReport(value: JsonObject): boolean {
  return (
    isObject(value.advisories) &&
    (isObject(asObject(value.metadata).vulnerabilities) ||
      (Array.isArray(value.actions) && 'muted' in value)) &&
    !('auditReportVersion' in value)
  );
}

/**
 * npm 6 numbers its runs and says what to do about advisories. What yarn, pnpm
 * and audit-ci pass on has neither; without advisories nothing tells them apart.
 */
export function isOfNpm6(value: JsonObject): boolean {
  return (
    'runId' in value ||
    asList(value.actions).length > 0 ||
    Object.keys(asObject(value.advisories)).length === 0
  );
}

/**
 * One finding per advisory. The tool is the same whoever passes the answer on:
 * a clean one doesn't tell, and must resolve what one with advisories found.
 */
export function readAdvisories(report: JsonObject): ParsedRun[] {
  assertAudited(report);
  const texts = new SharedTexts();
  const advisories = requireObject(report.advisories, '/advisories');
  const findings = Object.entries(advisories).map(([key, value]) => {
    const path = `/advisories/${pointerPart(key)}`;
    return advisoryToFinding(requireObject(value, path), path, texts);
  });
  const muted = asList(report.muted).length;
  return [
    {
      tool: REGISTRY_AUDIT,
      evidence: 'scan',
      controlTypes: ['sca'],
      findings,
      counts: {
        raw: findings.length + muted,
        leftOut: muted > 0 ? { muted } : {},
      },
    },
  ];
}
