import { isSameScope, ScanDecision } from '../scope/decideScan';
import { StoredInventory } from '../store/InventoryStore';
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
    inventories: StoredInventory[];
  }): Promise<RepeatedScan | undefined> {
    const { inventories, report, scopes } = target;
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
    if (!same || !isNewestList(before, mine, inventories, at)) {
      return undefined;
    }
    return toRepeated(report, before, mine, inventories, at);
  }
}

/** Lists of components have to be of the same report as the scopes. */
function isNewestList(
  before: StoredReport,
  scopes: StoredScope[],
  inventories: StoredInventory[],
  at: number,
): boolean {
  return inventories.every(inventory => {
    const isMine = inventory.lastReportId === before.id;
    const isBeside = scopes.some(scope => isSameScope(scope, inventory));
    return isMine
      ? isBeside && Boolean(inventory.digest) && inventory.lastScanAt <= at
      : !isBeside;
  });
}

function toRepeated(
  report: StoredReport,
  before: StoredReport,
  scopes: StoredScope[],
  inventories: StoredInventory[],
  at: number,
): RepeatedScan {
  const listOf = (scope: StoredScope) =>
    inventories.find(inventory => isSameScope(inventory, scope));
  const headers = scopes.map((scope, index): ScanHeader => ({
    tool: scope.tool,
    category: scope.category,
    evidence: 'scan',
    controlTypes: scope.controlTypes,
    reported: scope.findingCount,
    suppressed: index === 0 ? (before.counts?.suppressed ?? 0) : 0,
    types: [],
    digest: scope.digest ?? '',
    inventory: headerOf(listOf(scope)),
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
      inventory: listOf(scope) && {
        known: listOf(scope),
        complete: true,
        action: 'unchanged' as const,
      },
    })),
  };
}

function headerOf(inventory?: StoredInventory): ScanHeader['inventory'] {
  return (
    inventory && {
      count: inventory.componentCount,
      digest: inventory.digest ?? '',
    }
  );
}
