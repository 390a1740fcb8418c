import { OidcBinding, OidcIssuer, PipelineIdentity } from './types';

/** The bindings that speak of this pipeline; every part must be the same. */
export function bindingsOf(
  issuers: OidcIssuer[],
  identity: PipelineIdentity,
): OidcBinding[] {
  const issuer = issuers.find(({ issuer: name }) => name === identity.issuer);
  return (issuer?.bindings ?? []).filter(
    binding =>
      binding.owner === identity.owner &&
      agrees(binding.repository, identity.repository) &&
      agrees(binding.ownerId, identity.ownerId) &&
      agrees(binding.repositoryId, identity.repositoryId) &&
      agrees(binding.ref, identity.ref),
  );
}

function agrees(wanted: string | undefined, is: string | undefined): boolean {
  return wanted === undefined || wanted === is;
}
