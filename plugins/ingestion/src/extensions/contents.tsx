import { AskChampionProvider, askChampionDataRef } from '@synchrony/ui';
import { ENTITY_PATHS } from '../routes';
import { askChampionInput } from './askChampion';
import { EntityContentBlueprint } from './blueprints';

/** Reports are taken for any kind; these are the ones that scanners look at. */
const SCANNED = { kind: { $in: ['component', 'api', 'resource', 'system'] } };

const COMPONENTS = { kind: 'component' };

export const findingsContent = EntityContentBlueprint.makeWithOverrides({
  name: 'findings',
  inputs: { askChampion: askChampionInput },
  factory(originalFactory, { inputs }) {
    const ask = inputs.askChampion?.get(askChampionDataRef).component;
    return originalFactory({
      path: ENTITY_PATHS.findings,
      title: 'Findings',
      group: 'security',
      filter: SCANNED,
      loader: () =>
        import('../entity').then(m => (
          <AskChampionProvider component={ask}>
            <m.EntityFindings />
          </AskChampionProvider>
        )),
    });
  },
});

export const inventoryContent = EntityContentBlueprint.make({
  name: 'inventory',
  params: {
    path: ENTITY_PATHS.inventory,
    title: 'Inventory',
    group: 'security',
    filter: SCANNED,
    loader: () => import('../inventory').then(m => <m.EntityInventory />),
  },
});

export const waiversContent = EntityContentBlueprint.make({
  name: 'waivers',
  params: {
    path: ENTITY_PATHS.waivers,
    title: 'Waivers',
    group: 'security',
    filter: COMPONENTS,
    loader: () => import('../entity').then(m => <m.EntityWaivers />),
  },
});

export const reportsContent = EntityContentBlueprint.make({
  name: 'reports',
  params: {
    path: ENTITY_PATHS.reports,
    title: 'Reports',
    group: 'security',
    filter: SCANNED,
    loader: () => import('../entity').then(m => <m.EntityReports />),
  },
});
