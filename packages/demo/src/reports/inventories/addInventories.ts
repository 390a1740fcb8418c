import { DemoReport } from '../buildReports';
import { commitOf } from '../formats/scan';
import { DemoInventory } from './planInventories';
import { renderInventory } from './renderInventory';

const DAY_MS = 24 * 3600 * 1000;

function toReport(inventory: DemoInventory, now: Date): DemoReport {
  const { age, component, flaw } = inventory;
  const at = new Date(Math.round((now.getTime() - age * DAY_MS) / 1000) * 1000);
  return {
    key: `${component.name} sbom`,
    component: component.name,
    at,
    parameters: {
      ref: component.defaultBranch,
      commit: commitOf(component, age),
      // With findings it would otherwise stand for the other scan by the tool.
      category: flaw ? 'sbom' : undefined,
    },
    render: () => renderInventory(inventory, at),
    outcome: 'processed',
  };
}

/**
 * The reports and the SBOMs of each component, oldest first. SBOMs are apart
 * from the reports whose number and findings the demo promises.
 */
export function addInventories(
  reports: Map<string, DemoReport[]>,
  inventories: DemoInventory[],
  now: Date,
): Map<string, DemoReport[]> {
  const all = new Map(reports);
  for (const inventory of inventories) {
    const report = toReport(inventory, now);
    const own = all.get(report.component) ?? [];
    const index = own.findIndex(
      each => each.last || each.at.getTime() > report.at.getTime(),
    );
    all.set(
      report.component,
      index < 0 ? [...own, report] : own.toSpliced(index, 0, report),
    );
  }
  return all;
}
