import { withDescendants } from './withDescendants';

describe('withDescendants', () => {
  it('finds all below once, also where they go in a circle', () => {
    const children = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d', 'a']],
      ['x', ['y']],
    ]);
    expect(withDescendants('a', children)).toEqual(['a', 'b', 'c', 'd']);
    expect(withDescendants('z', children)).toEqual(['z']);
  });
});
