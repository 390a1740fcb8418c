import { decodeSegment } from '../source/decodeSegment';

/** Branch or tag without what Git puts in front of it. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

/**
 * Where the code of record is: annotation `synchrony.io/default-branch`, else
 * the branch in `backstage.io/source-location`, else what the configuration
 * says.
 */
export function defaultRefOf(
  annotations: Record<string, string>,
  fallback: string,
): string {
  const annotated = annotations['synchrony.io/default-branch']?.trim();
  if (annotated) {
    return shortRef(annotated);
  }
  const location = annotations['backstage.io/source-location'];
  return (location && branchOf(location)) || fallback;
}

const BRANCH_IN_PATH = /\/(?:-\/)?(?:tree|blob)\/([^/?#]+)/;
const GITEA_BRANCH = /\/src\/branch\/([^/?#]+)/;
const BITBUCKET_BRANCH = /\/src\/([^/?#]+)/;

function branchOf(location: string): string | undefined {
  const text = location.replace(/^url:/, '');
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const azureVersion = url.searchParams.get('version');
  if (azureVersion?.startsWith('GB')) {
    return azureVersion.slice(2);
  }
  const [, branch] =
    BRANCH_IN_PATH.exec(url.pathname) ??
    GITEA_BRANCH.exec(url.pathname) ??
    (url.hostname.includes('bitbucket')
      ? BITBUCKET_BRANCH.exec(url.pathname)
      : null) ??
    [];
  return branch && decodeSegment(branch);
}

/** Whether presence in a scope with this ref counts for the entity. */
export function countsFor(ref: string, defaultRef: string): boolean {
  return ref === '' || ref === defaultRef;
}
