import { parseReport } from '@synchrony/report-parsers';
import { buildOrganisation } from '../../organisation';
import { buildReports } from '../buildReports';
import { planHistory } from '../plan/planHistory';
import { addInventories } from './addInventories';
import { hasOldLog4j, planInventories } from './planInventories';
import { renderInventory } from './renderInventory';

const NOW = new Date('2026-11-24T12:00:00Z');

describe('SBOMs of the demo', () => {
  const organisation = buildOrganisation();
  const history = planHistory(organisation);
  const inventories = planInventories(organisation, history);

  it('adds up', () => {
    expect({
      components: inventories.length,
      withOldLog4j: inventories.filter(hasOldLog4j).length,
      old: inventories.filter(({ age }) => age > 30).length,
      withFlaw: inventories.filter(({ flaw }) => flaw).length,
    }).toEqual({ components: 187, withOldLog4j: 26, old: 5, withFlaw: 2 });
  });

  it('is only of components that were scanned, so that no level depends on it', () => {
    const scanned = new Set(
      history.scopes.map(({ component }) => component.name),
    );
    expect(
      inventories.filter(({ component }) => !scanned.has(component.name)),
    ).toEqual([]);
  });

  it('reads back as inventories, and as a scan only where a flaw is accepted', () => {
    for (const inventory of inventories) {
      const { runs } = parseReport(renderInventory(inventory, NOW));
      expect(runs).toHaveLength(1);
      expect(runs[0].evidence).toBe(inventory.flaw ? 'scan' : 'inventory');
      expect(runs[0].findings).toHaveLength(inventory.flaw ? 1 : 0);
      expect(runs[0].inventory?.components).toHaveLength(
        inventory.parts.length,
      );
    }
  });

  it('leaves the reports as they are, and stands among them by time', () => {
    const reports = buildReports(organisation, history, NOW);
    const all = addInventories(reports, inventories, NOW);
    const countOf = (map: typeof reports) =>
      [...map.values()].reduce((sum, { length }) => sum + length, 0);
    expect(countOf(reports)).toBe(5_767);
    expect(countOf(all)).toBe(5_767 + inventories.length);
    for (const own of all.values()) {
      const times = own
        .filter(({ last }) => !last)
        .map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
    }
  });
});
