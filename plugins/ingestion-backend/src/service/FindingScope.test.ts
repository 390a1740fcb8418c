import { mockCredentials } from '@backstage/backend-test-utils';
import type { EntityStateStore } from '../store/EntityStateStore';
import type { FindingListStore } from '../store/FindingListStore';
import { FindingScope, FindingsFilterQuery } from './FindingScope';

function scopeOver(options: { mode: 'all' | 'none' | 'some'; refs: string[] }) {
  const asked: string[][] = [];
  const scope = new FindingScope({
    lists: {
      narrow: async filter => filter,
      listEntities: async () => options.refs,
    } as Partial<FindingListStore> as FindingListStore,
    states: {
      get: async () => new Map(),
      listVanished: async () => [],
    } as Partial<EntityStateStore> as EntityStateStore,
    catalogTrees: { membersOf: async () => ({ wholeRefs: [] }) },
    access: {
      visible: async () => ({ kind: 'all' }),
      require: async () => {},
      can: async () => true,
    },
    catalogVisibility: {
      mode: async () => options.mode,
      filter: async (_, refs) => {
        asked.push(refs);
        return new Set(refs.filter(ref => ref.endsWith('7')));
      },
    },
    clock: () => new Date(0),
  });
  return {
    asked,
    count: (query: FindingsFilterQuery = {}) =>
      scope.ofCounts(mockCredentials.user(), query),
  };
}

const MANY = Array.from({ length: 1001 }, (_, index) => `component:d/${index}`);

describe('what counts are about', () => {
  it('asks the catalog once, and before anything is counted', async () => {
    const { asked, count } = scopeOver({
      mode: 'some',
      refs: MANY.slice(0, 9),
    });
    expect(await count()).toMatchObject({
      filter: { entityRefs: ['component:d/7'] },
      isPart: false,
    });
    expect(asked).toHaveLength(1);
  });

  it('says when there were too many entities to ask for', async () => {
    const { asked, count } = scopeOver({ mode: 'some', refs: MANY });
    expect((await count())?.isPart).toBe(true);
    expect(asked[0]).toHaveLength(1000);
  });

  it('finds nothing in a scope that the caller can not see', async () => {
    const { count } = scopeOver({ mode: 'some', refs: ['component:d/7'] });
    expect(await count({ scopeRef: 'system:d/hidden' })).toBeUndefined();
    expect(await count({ scopeRef: 'system:d/7' })).toBeDefined();
  });

  it('counts nothing for who sees nothing in the catalog', async () => {
    expect(
      await scopeOver({ mode: 'some', refs: ['component:d/1'] }).count(),
    ).toBeUndefined();
    expect(await scopeOver({ mode: 'none', refs: MANY }).count()).toBe(
      undefined,
    );
  });
});
