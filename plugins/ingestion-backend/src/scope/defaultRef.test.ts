import { countsFor, defaultRefOf, shortRef } from './defaultRef';

const SOURCE = 'backstage.io/source-location';

describe('default ref', () => {
  it.each([
    [{ 'synchrony.io/default-branch': 'develop' }, 'develop'],
    [{ 'synchrony.io/default-branch': 'refs/heads/develop' }, 'develop'],
    [{ [SOURCE]: 'url:https://github.com/o/r/tree/trunk/' }, 'trunk'],
    [{ [SOURCE]: 'url:https://github.com/o/r/blob/v1/x.yaml' }, 'v1'],
    [{ [SOURCE]: 'url:https://gitlab.com/g/s/r/-/tree/prod' }, 'prod'],
    [{ [SOURCE]: 'url:https://bitbucket.org/o/r/src/stable/' }, 'stable'],
    [{ [SOURCE]: 'url:https://codeberg.org/o/r/src/branch/next/a' }, 'next'],
    [
      { [SOURCE]: 'url:https://dev.azure.com/o/p/_git/r?version=GBlive' },
      'live',
    ],
    [{ [SOURCE]: 'url:https://github.com/o/r/tree/100%25' }, '100%'],
    [{ [SOURCE]: 'url:https://github.com/o/r/tree/100%/' }, '100%'],
    [{ [SOURCE]: 'url:https://github.com/o/r' }, 'main'],
    [{ [SOURCE]: 'dir:/somewhere' }, 'main'],
    [{}, 'main'],
  ])('of %p is %s', (annotations, expected) => {
    expect(defaultRefOf(annotations as Record<string, string>, 'main')).toBe(
      expected,
    );
  });

  it('counts scopes on it and scopes without a ref', () => {
    expect(countsFor('', 'main')).toBe(true);
    expect(countsFor(shortRef('refs/heads/main'), 'main')).toBe(true);
    expect(countsFor('feature', 'main')).toBe(false);
  });
});
