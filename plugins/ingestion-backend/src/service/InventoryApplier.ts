import { Knex } from 'knex';
import { ScanDecision } from '../scope/decideScan';
import { InventoryStore } from '../store/InventoryStore';
import { InventoryPlan } from '../worker';

/** Writes what a scan says its target consists of. */
export class InventoryApplier {
  readonly #inventories: InventoryStore;

  constructor(options: { inventories: InventoryStore }) {
    this.#inventories = options.inventories;
  }

  /** The same list again only moves its time on. */
  async apply(
    tx: Knex.Transaction,
    report: { entityRef: string; reportId: string; now: number },
    decision: ScanDecision,
    plan: InventoryPlan | undefined,
  ): Promise<void> {
    const { header, inventory, key } = decision;
    if (!inventory || !header.inventory || inventory.action === 'ignore') {
      return;
    }
    const update = {
      counted: decision.counted,
      lastScanAt: decision.at,
      lastReportAt: report.now,
      lastReportId: report.reportId,
      commit: decision.commit,
      digest: inventory.complete ? header.inventory.digest : undefined,
    };
    let id = inventory.known?.id;
    if (id === undefined) {
      id = await this.#inventories.insert(tx, report.entityRef, key, update);
    } else {
      await this.#inventories.update(tx, id, update);
    }
    if (plan && inventory.action !== 'unchanged') {
      await this.#write(tx, id, plan, inventory.action === 'replace');
    }
  }

  async #write(
    tx: Knex.Transaction,
    id: number,
    plan: InventoryPlan,
    isWhole: boolean,
  ): Promise<void> {
    const inventories = this.#inventories;
    for (const rows of plan.packageRows) {
      await inventories.insertPackages(tx, rows);
    }
    for (const rows of plan.versionRows) {
      await inventories.insertVersions(tx, rows);
    }
    for (const rows of plan.componentRows) {
      await inventories.putComponents(tx, id, rows);
    }
    for (const keys of isWhole ? plan.keys : []) {
      await inventories.deleteOthers(tx, id, keys);
    }
    await inventories.recount(tx, id);
  }
}
