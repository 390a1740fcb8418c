import { sourceUrlOf } from './sourceUrl';

const PLACE = { path: 'src/a b.ts', startLine: 3, endLine: 5 };

describe('sourceUrlOf', () => {
  it.each([
    [
      'url:https://github.com/o/r/tree/main/',
      'https://github.com/o/r/blob/abc/src/a%20b.ts#L3-L5',
    ],
    [
      'url:https://gitlab.com/g/s/r/-/tree/main/',
      'https://gitlab.com/g/s/r/-/blob/abc/src/a%20b.ts#L3-5',
    ],
    [
      'url:https://bitbucket.org/o/r/src/main/',
      'https://bitbucket.org/o/r/src/abc/src/a%20b.ts#lines-3:5',
    ],
    [
      'url:https://dev.azure.com/o/p/_git/r?version=GBmain',
      'https://dev.azure.com/o/p/_git/r?path=/src%2Fa%20b.ts&version=GCabc&line=3&lineEnd=5&lineStartColumn=1&lineEndColumn=999',
    ],
    [
      'url:https://codeberg.org/o/r/src/branch/main/',
      'https://codeberg.org/o/r/src/commit/abc/src/a%20b.ts#L3-L5',
    ],
  ])('links into %s', (sourceLocation, expected) => {
    expect(
      sourceUrlOf(PLACE, { sourceLocation, commit: 'abc', branch: 'main' }),
    ).toBe(expected);
  });

  it('takes the branch when the commit is not known', () => {
    expect(
      sourceUrlOf(
        { path: 'a.ts', startLine: 1 },
        { sourceLocation: 'url:https://github.com/o/r', branch: 'main' },
      ),
    ).toBe('https://github.com/o/r/blob/main/a.ts#L1');
  });

  it.each([
    [{ path: 'a.ts' }, undefined],
    [{ path: 'a.ts' }, 'url:javascript:alert(1)'],
    [{ path: 'a.ts' }, 'dir:/home'],
    [{ path: '../../o/secret' }, 'url:https://github.com/o/r'],
    [{ url: 'https://example.com' }, 'url:https://github.com/o/r'],
  ])('gives no link for %p in %s', (location, sourceLocation) => {
    expect(
      sourceUrlOf(location, { sourceLocation, branch: 'main' }),
    ).toBeUndefined();
  });
});
