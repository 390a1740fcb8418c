import { z } from 'zod';
import { OidcProvider, PipelineIdentity } from './types';

const nameSchema = z.string().min(1);
const idSchema = z
  .union([z.string().min(1), z.int()])
  .transform(String)
  .optional();

const GITHUB = z.object({
  repository: nameSchema,
  repository_owner: nameSchema,
  repository_id: idSchema,
  repository_owner_id: idSchema,
  ref: nameSchema.optional(),
});

const GITLAB = z.object({
  project_path: nameSchema,
  namespace_path: nameSchema,
  project_id: idSchema,
  namespace_id: idSchema,
  ref: nameSchema.optional(),
  ref_type: z.enum(['branch', 'tag']).optional(),
});

/** The name after the owner, when the path is exactly these two. */
function nameIn(path: string, owner: string): string | undefined {
  const name = path.slice(owner.length + 1);
  return path === `${owner}/${name}` && /^[^/]+$/.test(name) ? name : undefined;
}

/**
 * Who the claims of a verified ID token speak for; undefined when they do not
 * say it plainly. `sub` is not looked at: its parts can be chosen by the
 * repository.
 */
export function readPipelineIdentity(
  provider: OidcProvider,
  issuer: string,
  claims: unknown,
): PipelineIdentity | undefined {
  return provider === 'github'
    ? readGithub(issuer, claims)
    : readGitlab(issuer, claims);
}

function readGithub(
  issuer: string,
  claims: unknown,
): PipelineIdentity | undefined {
  const result = GITHUB.safeParse(claims);
  if (!result.success) {
    return undefined;
  }
  const { ref, repository: path, repository_owner: owner } = result.data;
  const repository = nameIn(path, owner);
  return repository === undefined
    ? undefined
    : {
        issuer,
        owner,
        repository,
        ownerId: result.data.repository_owner_id,
        repositoryId: result.data.repository_id,
        ref,
      };
}

const REF_FOLDERS = { branch: 'refs/heads/', tag: 'refs/tags/' };

function readGitlab(
  issuer: string,
  claims: unknown,
): PipelineIdentity | undefined {
  const result = GITLAB.safeParse(claims);
  if (!result.success) {
    return undefined;
  }
  const { namespace_path: owner, ref, ref_type: refType } = result.data;
  const repository = nameIn(result.data.project_path, owner);
  return repository === undefined
    ? undefined
    : {
        issuer,
        owner,
        repository,
        ownerId: result.data.namespace_id,
        repositoryId: result.data.project_id,
        ref: ref && refType && `${REF_FOLDERS[refType]}${ref}`,
      };
}
