import { mockCredentials } from '@backstage/backend-test-utils';
import { EntityAccess } from '@synchrony/backstage-plugin-scorecards-node';
import { AdvisoryStore, FindingReach } from '../store/AdvisoryStore';
import {
  InventorySearchStore,
  PackageRow,
} from '../store/InventorySearchStore';
import { ComponentMatches } from './ComponentMatches';
import { ComponentSearchService } from './ComponentSearchService';
import { Cursors } from './cursor';
import { InventoryUniverse } from './InventoryUniverse';

const ENTITY_REF = 'component:default/payments-api';

/** A search over one entity, and more findings or packages than it looks at. */
function searchOver(found: { findings: number; packages: number }) {
  const reaches: FindingReach[] = [];
  const access: EntityAccess = {
    visible: async () => ({ kind: 'all' }),
    require: async () => {},
    can: async () => true,
  };
  const inventorySearch = {
    listEntities: async () => [
      { entityRef: 'component:default/hidden', hasList: true },
      { entityRef: ENTITY_REF, hasList: true, lastCompleteAt: 0 },
    ],
    findPackages: async () =>
      Array.from({ length: found.packages }, (_, index): PackageRow => ({
        key: String(index),
        type: 'npm',
        namespace: '',
        name: 'core',
        display_name: 'core',
      })),
    listVersions: async () => [],
    listMatches: async () => [],
  } as Partial<InventorySearchStore> as InventorySearchStore;
  const advisories = {
    listByComponent: async (_, reach, limit) => {
      reaches.push(reach);
      return Array.from(
        { length: Math.min(found.findings, limit) },
        (__, index) => ({
          id: String(index),
          entityRef: 'component:default/other',
          status: 'open' as const,
          severity: 0,
          dueAt: 0,
          firstSeenAt: 0,
          fixedVersions: [],
        }),
      );
    },
  } as Partial<AdvisoryStore> as AdvisoryStore;
  const catalogVisibility = {
    mode: async () => 'some' as const,
    filter: async () => new Set([ENTITY_REF]),
  };
  const service = new ComponentSearchService({
    cursors: new Cursors(Buffer.alloc(32)),
    universe: new InventoryUniverse({
      inventorySearch,
      access,
      catalogVisibility,
    }),
    matches: new ComponentMatches({ inventorySearch }),
    inventorySearch,
    advisories,
    access,
    catalogVisibility,
    days: 30,
    clock: () => new Date(0),
  });
  const credentials = mockCredentials.user();
  return {
    reaches,
    search: () => service.search(credentials, { package: 'core' }),
    pages: () => service.pages(credentials, { package: 'core' }).next(),
  };
}

describe('a search for a package', () => {
  it.each([
    { findings: 50_001, packages: 1 },
    { findings: 0, packages: 501 },
  ])('never hides that it did not look at all: %j', async found => {
    const { pages, search } = searchOver(found);
    const answer = await search();
    expect(answer).toMatchObject({
      isLowerBound: true,
      counts: { notAffected: 1 },
    });
    await expect(pages()).rejects.toMatchObject({ statusCode: 422 });
  });

  it('looks only at findings of what the caller may see', async () => {
    const { pages, reaches, search } = searchOver({
      findings: 50_000,
      packages: 500,
    });
    expect((await search()).isLowerBound).toBeUndefined();
    expect((await pages()).value).toHaveLength(1);
    expect(reaches[0].entityRefs).toEqual([ENTITY_REF]);
  });
});
