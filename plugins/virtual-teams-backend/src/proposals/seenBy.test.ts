import { FoundProposal } from './ProposalSource';
import { MOST_ENTITIES, seenBy } from './seenBy';

const found = (...entities: [name: string, platform?: string][]) =>
  ({
    leastPlatforms: 3,
    entities: entities.map(([entityRef, platformRef]) => ({
      entityRef,
      platformRef,
    })),
  }) as FoundProposal;

describe('seenBy', () => {
  it('counts and names only what the reader sees', () => {
    expect(
      seenBy(
        found(
          ['a1', 'a'],
          ['a2', 'a'],
          ['b1', 'b'],
          ['c1', 'c'],
          ['d1', 'd'],
          ['e1', 'hidden'],
          ['lost'],
        ),
        new Set(['a1', 'a2', 'b1', 'c1', 'e1', 'lost', 'a', 'b', 'c', 'd']),
      ),
    ).toEqual({
      platformRefs: ['a', 'b', 'c'],
      entityRefs: ['a1', 'b1', 'c1', 'a2', 'e1', 'lost'],
      entityCount: 6,
    });
  });

  it('says nothing to who sees too few platforms of it', () => {
    expect(
      seenBy(
        found(['a1', 'a'], ['b1', 'b'], ['c1', 'c']),
        new Set(['a1', 'b1', 'a', 'b', 'c']),
      ),
    ).toBeUndefined();
  });

  it('begins with some of every platform', () => {
    const many = Array.from({ length: 80 }, (_, at): [string, string] => [
      `a${at}`,
      'a',
    ]);
    const all = found(...many, ['b1', 'b'], ['c1', 'c']);
    const seen = seenBy(
      all,
      new Set(all.entities.flatMap(each => Object.values(each))),
    );
    expect(seen?.entityCount).toBe(82);
    expect(seen?.entityRefs).toHaveLength(MOST_ENTITIES);
    expect(seen?.entityRefs.slice(0, 3)).toEqual(['a0', 'b1', 'c1']);
  });
});
