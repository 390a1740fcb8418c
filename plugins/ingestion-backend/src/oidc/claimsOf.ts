import { OidcBinding, OidcProvider } from './types';

/** How the providers name what a binding asks for. */
const NAMES: Record<
  OidcProvider,
  Record<'owner' | 'repository' | 'ownerId' | 'repositoryId', string>
> = {
  github: {
    owner: 'repository_owner',
    repository: 'repository',
    ownerId: 'repository_owner_id',
    repositoryId: 'repository_id',
  },
  gitlab: {
    owner: 'namespace_path',
    repository: 'project_path',
    ownerId: 'namespace_id',
    repositoryId: 'project_id',
  },
};

/** What an ID token has to claim for a binding to hold, as its provider names it. */
export function claimsOf(
  provider: OidcProvider,
  binding: OidcBinding,
): Record<string, string> {
  const names = NAMES[provider];
  const { owner, ownerId, ref, repository, repositoryId } = binding;
  return {
    ...(repository === undefined
      ? { [names.owner]: owner }
      : { [names.repository]: `${owner}/${repository}` }),
    ...(ownerId !== undefined && { [names.ownerId]: ownerId }),
    ...(repositoryId !== undefined && { [names.repositoryId]: repositoryId }),
    ...(ref !== undefined && { ref }),
  };
}
