import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { controlsOf } from '../coverage/failures';
import type { ScopeKey, StoredScope } from '../store/ScopeStore';
import type { ScanHeader } from '../worker/protocol';
import type { StoredInventory } from '../store/InventoryStore';
import { decideInventory, InventoryDecision } from './decideInventory';
import { countsFor, shortRef } from './defaultRef';

/** What the submitter says, as far as it decides about scans. */
export interface ScanParameters {
  ref?: string;
  environment?: string;
  commit?: string;
  complete: boolean;
  startedAt?: number;
  receivedAt: number;
}

/** What becomes of a scan of a report. */
export interface ScanDecision {
  /** Index among the scans of the report. */
  scan: number;
  header: ScanHeader;
  key: ScopeKey;
  /** The scope, when it is known already. */
  known?: StoredScope;
  counted: boolean;
  complete: boolean;
  at: number;
  commit?: string;
  /** The controls that failed, when the tool says that it did. */
  failed: ControlType[];
  action: 'compare' | 'unchanged' | 'ignore';
  /** What becomes of the components that it lists, if it does. */
  inventory?: InventoryDecision;
  /** Why it is ignored. */
  reason?: 'older' | 'inventory' | 'no-evidence';
}

export function scopeKeyOf(
  header: ScanHeader,
  parameters: ScanParameters,
): ScopeKey {
  return {
    tool: header.tool,
    category: header.category,
    ref: shortRef(parameters.ref ?? header.branch ?? ''),
    environment: parameters.environment ?? '',
  };
}

/** Applies the rules about scope, time and silence to one scan. */
export function decideScan(
  scan: number,
  header: ScanHeader,
  parameters: ScanParameters,
  scopes: StoredScope[],
  defaultRef: string,
  inventories: StoredInventory[] = [],
): ScanDecision {
  const key = scopeKeyOf(header, parameters);
  const known = scopes.find(scope => isSameScope(scope, key));
  const at = parameters.startedAt ?? header.scannedAt ?? parameters.receivedAt;
  const complete = parameters.complete && header.evidence === 'scan';
  const counted = countsFor(key.ref, defaultRef);
  const inventory =
    header.inventory &&
    decideInventory(header.inventory, {
      known: inventories.find(candidate => isSameScope(candidate, key)),
      at,
      counted,
      complete: parameters.complete && isWhole(header),
    });
  const decision = {
    scan,
    header,
    key,
    known,
    counted,
    failed: counted ? failedControls(header, key, scopes) : [],
    complete,
    at,
    commit: parameters.commit ?? header.commit,
    inventory,
  };
  if (header.evidence === 'inventory') {
    return {
      ...decision,
      action: 'ignore',
      reason: inventory?.action === 'ignore' ? 'older' : 'inventory',
    };
  }
  if (header.evidence === 'none') {
    return { ...decision, action: 'ignore', reason: 'no-evidence' };
  }
  if (known && at < known.lastScanAt) {
    return { ...decision, action: 'ignore', reason: 'older' };
  }
  const unchanged =
    complete &&
    known?.digest === header.digest &&
    known.counted === decision.counted;
  return { ...decision, action: unchanged ? 'unchanged' : 'compare' };
}

/** Whether two scans are of the same scope of their entity. */
export function isSameScope(one: ScopeKey, other: ScopeKey): boolean {
  return (
    one.tool === other.tool &&
    one.category === other.category &&
    one.ref === other.ref &&
    one.environment === other.environment
  );
}

/** Whether a scan changes anything that is stored. */
export function isApplied({ action, inventory }: ScanDecision): boolean {
  return action !== 'ignore' || (inventory?.action ?? 'ignore') !== 'ignore';
}

function isWhole({ evidence }: ScanHeader): boolean {
  return evidence === 'scan' || evidence === 'inventory';
}

/** A tool that analysed nothing does not say for which controls it was run. */
function failedControls(
  header: ScanHeader,
  { category, environment, tool }: ScopeKey,
  scopes: StoredScope[],
): ControlType[] {
  switch (header.evidence) {
    case 'partial':
      return header.controlTypes;
    case 'none':
      return controlsOf({ tool, category, environment }, scopes);
    default:
      return [];
  }
}
