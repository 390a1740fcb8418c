import { OidcIssuer, PipelineIdentity } from './types';

const GITHUB_ACTIONS = 'token.actions.githubusercontent.com';

/** Where the repositories of an issuer are. */
function hostOf(issuer: OidcIssuer): string {
  const { host } = new URL(issuer.issuer);
  return host === GITHUB_ACTIONS ? 'github.com' : host;
}

/** Path of the repository in a URL of something in it. */
function repositoryPathOf(
  { pathname }: URL,
  provider: OidcIssuer['provider'],
): string {
  // GitLab has groups in groups, and marks where the repository ends.
  const path =
    provider === 'gitlab'
      ? pathname.split('/-/')[0]
      : pathname.split('/').slice(0, 3).join('/');
  return path.replace(/\/+$/, '').replace(/\.git$/, '');
}

/** Whether a source location of the catalog is in the pipeline's repository. */
export function isSourceOf(
  sourceLocation: string | undefined,
  issuer: OidcIssuer,
  identity: PipelineIdentity,
): boolean {
  const text = sourceLocation?.replace(/^url:/, '');
  if (text === undefined || !URL.canParse(text)) {
    return false;
  }
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    url.host === hostOf(issuer) &&
    repositoryPathOf(url, issuer.provider) ===
      `/${identity.owner}/${identity.repository}`
  );
}
