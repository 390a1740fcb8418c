import { decodeSegment } from '../source/decodeSegment';

/** An entity of a repository, with the folder that is its own. */
export interface RepositoryEntity {
  entityRef: string;
  kind: string;
  /** Folder in the repository without slashes around; empty for its root. */
  path: string;
}

/** The entity that something is about, or why none is. */
export type EntityChoice =
  | { entityRef: string }
  | { refusal: 'unknown-repository' | 'ambiguous' | 'outside' };

const IN_TREE = /\/(?:tree|blob)\/[^/]+\/?(.*)$/;

/**
 * The folder of an entity: annotation `synchrony.io/repository-path`, else the
 * path in `backstage.io/source-location`.
 */
export function repositoryPathOf(annotations: Record<string, string>): string {
  const own = annotations['synchrony.io/repository-path'];
  const location = annotations['backstage.io/source-location'] ?? '';
  const [, path = ''] = IN_TREE.exec(location.split(/[?#]/)[0]) ?? [];
  return withoutSlashes((own ?? decodeSegment(path)).trim());
}

function withoutSlashes(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
}

function contains(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/**
 * The one entity that a place in a repository belongs to. The only component
 * of a repository has all of it; among several, the one with the longest
 * folder around the place, and without a place the one that has the root. It
 * never guesses: what several could have is nobody's.
 */
export function chooseEntity(
  entities: readonly RepositoryEntity[],
  path: string | undefined,
): EntityChoice {
  const components = entities.filter(({ kind }) => kind === 'component');
  const candidates = components.length > 0 ? components : entities;
  if (candidates.length <= 1) {
    const [only] = candidates;
    return only
      ? { entityRef: only.entityRef }
      : { refusal: 'unknown-repository' };
  }
  const place = withoutSlashes(path ?? '');
  const around = candidates.filter(entity => contains(entity.path, place));
  if (around.length === 0) {
    return { refusal: place ? 'outside' : 'ambiguous' };
  }
  const longest = Math.max(...around.map(entity => entity.path.length));
  const closest = around.filter(entity => entity.path.length === longest);
  return closest.length === 1
    ? { entityRef: closest[0].entityRef }
    : { refusal: 'ambiguous' };
}
