import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { WaiverScopes } from './WaiverScopes';

describe('following the catalog', () => {
  it('reads groups and what each owns once, for however many waivers', async () => {
    const reads = { children: 0, owned: [] as string[][] };
    const stored = new Map<string, string[]>();
    const waiverEntities = {
      listFollowed: async () =>
        ['one', 'two', 'three'].map(id => ({
          id,
          target: {
            kind: 'advisory' as const,
            advisoryId: 'CVE-2021-44228',
            groupRef:
              id === 'three' ? 'group:default/other' : 'group:default/parent',
          },
        })),
      listStates: async () => new Map(),
      listNamed: async () => [],
      listOwned: async ownerRefs => {
        reads.owned.push(ownerRefs);
        return ownerRefs.map(ref => ({
          entityRef: ref.replace('group', 'component'),
          tier: 1,
          tierKnown: false,
        }));
      },
      putNow: async (id, states) => {
        stored.set(id, [...states.keys()]);
      },
    } as Partial<WaiverEntityStore> as WaiverEntityStore;
    const scopes = new WaiverScopes({
      waiverEntities,
      catalogTrees: {
        listGroupChildren: async () => {
          reads.children += 1;
          return new Map([['group:default/parent', ['group:default/child']]]);
        },
      },
      entities: { get: async () => new Map() },
    });
    await scopes.follow();
    const family = ['component:default/parent', 'component:default/child'];
    expect(Object.fromEntries(stored)).toEqual({
      one: family,
      two: family,
      three: ['component:default/other'],
    });
    expect(reads.children).toBe(1);
    expect(reads.owned).toHaveLength(2);
    await scopes.follow();
    expect(reads.children).toBe(2);
  });
});
