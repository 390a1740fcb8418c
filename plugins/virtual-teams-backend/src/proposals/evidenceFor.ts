import { FoundProposal } from './ProposalSource';
import { SeenProposal } from './seenBy';

/** What speaks for a proposal, in words for who sees this much of it. */
export function evidenceFor(
  { evidence, hasMoreEntities = false }: FoundProposal,
  { entityCount, platformRefs }: SeenProposal,
): FoundProposal['evidence'] {
  const entities = hasMoreEntities
    ? `at least ${entityCount}`
    : String(entityCount);
  return evidence.map(({ path, text }) => ({
    text: text
      .replaceAll('{entities}', entities)
      .replaceAll('{platforms}', String(platformRefs.length)),
    path,
  }));
}
