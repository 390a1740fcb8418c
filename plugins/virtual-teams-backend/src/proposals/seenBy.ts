import { inTurn } from './inTurn';
import { FoundProposal } from './ProposalSource';

/** More entities than these nobody starts with. */
export const MOST_ENTITIES = 50;

/** Of a proposal what a reader sees. */
export interface SeenProposal {
  platformRefs: string[];
  /** With what a team may begin, from every platform in turn. */
  entityRefs: string[];
  entityCount: number;
}

/**
 * What is left of a proposal for a reader; undefined where that is too little
 * to propose it, so that nobody learns of a gap elsewhere.
 *
 * @param shown - refs of entities and platforms that the reader sees
 */
export function seenBy(
  { entities, leastPlatforms }: FoundProposal,
  shown: ReadonlySet<string>,
): SeenProposal | undefined {
  const byPlatform = new Map<string, string[]>();
  const others: string[] = [];
  for (const { entityRef, platformRef } of entities) {
    if (!shown.has(entityRef)) {
      continue;
    }
    if (platformRef === undefined || !shown.has(platformRef)) {
      others.push(entityRef);
      continue;
    }
    const known = byPlatform.get(platformRef) ?? [];
    byPlatform.set(platformRef, known);
    known.push(entityRef);
  }
  if (byPlatform.size < leastPlatforms) {
    return undefined;
  }
  const all = [...inTurn([...byPlatform.values()]), ...others];
  return {
    platformRefs: [...byPlatform.keys()],
    entityRefs: all.slice(0, MOST_ENTITIES),
    entityCount: all.length,
  };
}
