import { ScanDecision } from '../scope/decideScan';
import { ReportStore, StoredReport } from '../store/ReportStore';
import { StoredScope } from '../store/ScopeStore';
import { ParsedHeader, ScanHeader } from '../worker';

/** A report that says again what the newest report of its scopes said. */
export interface RepeatedScan {
  header: ParsedHeader;
  decisions: ScanDecision[];
}

/**
 * Recognises by its hash that a body was sent for the same scopes before and
 * that nothing came since. Then nothing is parsed: it is a new scan, made when
 * the submitter says or when it arrived.
 */
export class UnchangedScans {
  readonly #reports: ReportStore;

  constructor(options: { reports: ReportStore }) {
    this.#reports = options.reports;
  }

  async recognise(target: {
    report: StoredReport;
    scopes: StoredScope[];
  }): Promise<RepeatedScan | undefined> {
    const { report, scopes } = target;
    const before = await this.#reports.getNewestApplied(report.scanHash);
    if (!before || !before.format) {
      return undefined;
    }
    const mine = scopes.filter(scope => scope.lastReportId === before.id);
    const at = report.startedAt ?? report.receivedAt;
    // A scope without a digest has to compare its findings one by one.
    const same =
      before.scopeCount > 0 &&
      mine.length === before.scopeCount &&
      mine.every(scope => scope.digest && scope.lastScanAt <= at);
    if (!same) {
      return undefined;
    }
    return toRepeated(report, before, mine, at);
  }
}

function toRepeated(
  report: StoredReport,
  before: StoredReport,
  scopes: StoredScope[],
  at: number,
): RepeatedScan {
  const headers = scopes.map((scope, index): ScanHeader => ({
    tool: scope.tool,
    category: scope.category,
    evidence: 'scan',
    controlTypes: scope.controlTypes,
    reported: scope.findingCount,
    suppressed: index === 0 ? (before.counts?.suppressed ?? 0) : 0,
    types: [],
    digest: scope.digest ?? '',
  }));
  return {
    header: { format: before.format ?? '', scans: headers },
    decisions: scopes.map((scope, index) => ({
      scan: index,
      header: headers[index],
      key: {
        tool: scope.tool,
        category: scope.category,
        ref: scope.ref,
        environment: scope.environment,
      },
      known: scope,
      counted: scope.counted,
      failed: [],
      complete: true,
      at,
      commit: report.commit ?? before.commit,
      action: 'unchanged' as const,
    })),
  };
}
