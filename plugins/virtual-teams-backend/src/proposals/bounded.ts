import { FoundProposal, ProposedEntity } from './ProposalSource';
import { inTurn } from './inTurn';

/** More of them are not kept of one proposal. */
export const MOST_KEPT = 200;

/** A proposal with as many entities as are kept, from every platform in turn. */
export function bounded(found: FoundProposal): FoundProposal {
  if (found.entities.length <= MOST_KEPT) {
    return found;
  }
  const byPlatform = new Map<string, ProposedEntity[]>();
  for (const entity of found.entities) {
    const platform = entity.platformRef ?? '';
    const known = byPlatform.get(platform) ?? [];
    byPlatform.set(platform, known);
    known.push(entity);
  }
  const { '': others = [], ...platforms } = Object.fromEntries(byPlatform);
  return {
    ...found,
    entities: [...inTurn(Object.values(platforms)), ...others].slice(
      0,
      MOST_KEPT,
    ),
    hasMoreEntities: true,
  };
}
