import type { StoredInventory } from '../store/InventoryStore';
import type { InventoryHeader } from '../worker/protocol';

/** What becomes of the components that a scan lists. */
export interface InventoryDecision {
  /** The list of the scope, when there is one already. */
  known?: StoredInventory;
  complete: boolean;
  /** A partial list only adds; `unchanged` is a newer look at the same. */
  action: 'replace' | 'add' | 'unchanged' | 'ignore';
}

/** Applies the rules about time and partial scans to a list of components. */
export function decideInventory(
  header: InventoryHeader,
  scan: {
    known?: StoredInventory;
    at: number;
    counted: boolean;
    complete: boolean;
  },
): InventoryDecision {
  const { complete, known } = scan;
  if (known && scan.at < known.lastScanAt) {
    return { known, complete, action: 'ignore' };
  }
  if (!complete) {
    return { known, complete, action: 'add' };
  }
  const isSame =
    known?.digest === header.digest && known.counted === scan.counted;
  return { known, complete, action: isSame ? 'unchanged' : 'replace' };
}
