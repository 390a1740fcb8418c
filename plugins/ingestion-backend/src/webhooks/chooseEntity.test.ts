import fc from 'fast-check';
import { chooseEntity, RepositoryEntity, repositoryPathOf } from './index';

const entity = (
  name: string,
  path: string,
  kind = 'component',
): RepositoryEntity => ({ entityRef: `${kind}:default/${name}`, kind, path });

describe('chooseEntity', () => {
  const api = entity('api', 'services/api');
  const web = entity('web', 'services/web');
  const root = entity('root', '');

  it.each([
    ['the only one, wherever it is', [api], 'docs/a.md', 'api'],
    ['the only component', [api, entity('a', '', 'api')], 'x', 'api'],
    ['the one around the place', [api, web], 'services/web/a.ts', 'web'],
    ['a place with a leading slash', [api, web], './services/api/a.ts', 'api'],
    ['the closest one', [root, api], 'services/api/a.ts', 'api'],
    ['the root for all else', [root, api], 'services/apis/a.ts', 'root'],
    ['the root without a place', [root, api], undefined, 'root'],
  ])('takes %s', (_, entities, path, name) => {
    expect(chooseEntity(entities, path)).toEqual({
      entityRef: `component:default/${name}`,
    });
  });

  it.each([
    ['nothing', [], 'a', 'unknown-repository'],
    [
      'two of one folder',
      [api, entity('b', 'services/api')],
      'services/api/a',
      'ambiguous',
    ],
    ['no place and no root', [api, web], undefined, 'ambiguous'],
    ['a place in no folder', [api, web], 'docs/a.md', 'outside'],
  ])('never guesses: %s', (_, entities, path, refusal) => {
    expect(chooseEntity(entities, path)).toEqual({ refusal });
  });

  it('does not depend on the order of entities', () => {
    const paths = fc.constantFrom('', 'a', 'a/b', 'a/bc', 'd');
    fc.assert(
      fc.property(
        fc.array(paths, { maxLength: 5 }),
        fc.constantFrom(undefined, 'a/b/c.ts', 'a/x.ts', 'e.ts'),
        (folders, path) => {
          const entities = folders.map((folder, i) => entity(`e${i}`, folder));
          expect(chooseEntity([...entities].reverse(), path)).toEqual(
            chooseEntity(entities, path),
          );
        },
      ),
    );
  });
});

describe('repositoryPathOf', () => {
  const source = 'backstage.io/source-location';
  it.each([
    [{}, ''],
    [{ [source]: 'url:https://github.com/a/b' }, ''],
    [{ [source]: 'url:https://github.com/a/b/tree/main/' }, ''],
    [{ [source]: 'url:https://github.com/a/b/tree/main/x/y%20z/' }, 'x/y z'],
    [{ [source]: 'url:https://github.com/a/b/tree/main/.github/' }, '.github'],
    [
      {
        [source]: 'url:https://github.com/a/b/tree/main/x/',
        'synchrony.io/repository-path': './services/',
      },
      'services',
    ],
    [{ 'synchrony.io/repository-path': '.' }, ''],
  ])('of %p is %p', (annotations, path) => {
    expect(repositoryPathOf(annotations as Record<string, string>)).toBe(path);
  });
});
