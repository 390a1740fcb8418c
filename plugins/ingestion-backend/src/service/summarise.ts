import { isApplied, ScanDecision } from '../scope/decideScan';
import { ReportOutcome } from '../store/ReportStore';
import { ParsedHeader } from '../worker';

/** What the receipt of a report says, before its findings are counted. */
export function summarise(
  header: ParsedHeader,
  decisions: ScanDecision[],
  processedAt: number,
): ReportOutcome {
  const applied = decisions.some(isApplied);
  const scopes = decisions.filter(({ action }) => action !== 'ignore');
  const join = (parts: (string | undefined)[]) =>
    [...new Set(parts.filter(Boolean))].join(', ') || undefined;
  const times = decisions.map(({ at }) => at);
  const ignored = decisions.find(({ reason }) => reason);
  const reported = decisions.reduce(
    (sum, decision) => sum + decision.header.reported,
    0,
  );
  const suppressed = decisions.reduce(
    (sum, decision) => sum + decision.header.suppressed,
    0,
  );
  return {
    status: 'processed',
    applied,
    reason: applied ? undefined : (ignored?.reason ?? 'no-evidence'),
    format: header.format,
    tool: join(decisions.map(({ key }) => key.tool)),
    category: join(decisions.map(({ key }) => key.category)),
    ref: join(decisions.map(({ key }) => key.ref)),
    commit: join(decisions.map(({ commit }) => commit)),
    scannedAt: times.length > 0 ? Math.max(...times) : undefined,
    processedAt,
    scopeCount: scopes.length,
    counts: {
      reported,
      new: 0,
      unchanged: 0,
      updated: 0,
      reopened: 0,
      resolved: 0,
      suppressed,
    },
  };
}
