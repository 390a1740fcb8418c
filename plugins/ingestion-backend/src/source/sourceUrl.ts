import { FindingLocation } from '@synchrony/backstage-plugin-ingestion-common';

/** Where the code of an entity is. */
interface Repository {
  kind: 'github' | 'gitlab' | 'bitbucket' | 'azure' | 'gitea';
  /** URL of the repository without a trailing slash. */
  base: string;
}

const IN_REPOSITORY = /\/(?:-\/)?(?:tree|blob|src)\/.*$/;

function kindOf(url: URL): Repository['kind'] {
  const { hostname, pathname } = url;
  if (hostname === 'dev.azure.com' || hostname.endsWith('.visualstudio.com')) {
    return 'azure';
  }
  if (hostname.includes('bitbucket')) {
    return 'bitbucket';
  }
  if (hostname.includes('gitlab') || pathname.includes('/-/')) {
    return 'gitlab';
  }
  if (
    hostname.includes('gitea') ||
    hostname.includes('forgejo') ||
    hostname === 'codeberg.org' ||
    pathname.includes('/src/branch/')
  ) {
    return 'gitea';
  }
  return 'github';
}

function repositoryOf(sourceLocation: string): Repository | undefined {
  const text = sourceLocation.replace(/^url:/, '');
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return undefined;
  }
  const path = url.pathname
    .replace(IN_REPOSITORY, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
  return path
    ? { kind: kindOf(url), base: `${url.protocol}//${url.host}${path}` }
    : undefined;
}

/**
 * Link to a place at a commit, in the way of the host of the repository;
 * undefined where there is none to give.
 */
export function sourceUrlOf(
  location: FindingLocation,
  options: { sourceLocation?: string; commit?: string; branch: string },
): string | undefined {
  const repository =
    options.sourceLocation && repositoryOf(options.sourceLocation);
  const path = location.path?.replace(/^\/+/, '');
  if (!repository || !path || path.split('/').includes('..')) {
    return undefined;
  }
  const file = path.split('/').map(encodeURIComponent).join('/');
  const version = encodeURIComponent(options.commit ?? options.branch);
  const start = location.startLine;
  const end = location.endLine ?? start;
  const { base, kind } = repository;
  switch (kind) {
    case 'gitlab':
      return `${base}/-/blob/${version}/${file}${start ? `#L${start}${end !== start ? `-${end}` : ''}` : ''}`;
    case 'bitbucket':
      return `${base}/src/${version}/${file}${start ? `#lines-${start}${end !== start ? `:${end}` : ''}` : ''}`;
    case 'azure': {
      const lines = start
        ? `&line=${start}&lineEnd=${end}&lineStartColumn=1&lineEndColumn=999`
        : '';
      const prefix = options.commit ? 'GC' : 'GB';
      return `${base}?path=/${encodeURIComponent(path)}&version=${prefix}${version}${lines}`;
    }
    case 'gitea':
      return `${base}/src/${options.commit ? 'commit' : 'branch'}/${version}/${file}${start ? `#L${start}${end !== start ? `-L${end}` : ''}` : ''}`;
    default:
      return `${base}/blob/${version}/${file}${start ? `#L${start}${end !== start ? `-L${end}` : ''}` : ''}`;
  }
}
