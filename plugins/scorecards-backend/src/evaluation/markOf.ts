import { createHash } from 'node:crypto';
import { FactContent } from '../store/FactTable';

/** All that the results of an entity depend on, the rules and time aside. */
export interface MarkedInputs {
  /** Of what the catalog says of the entity. */
  entityHash: string;
  /** Of what sources say of it, in the order of the sources. */
  facts: readonly FactContent[];
}

/**
 * A hash of inputs: while it stays, and the rules do, so do the results.
 * Undefined where not all inputs are known.
 */
export function markOf({
  entityHash,
  facts,
}: MarkedInputs): string | undefined {
  const hash = createHash('sha256').update(entityHash);
  for (const { content, source, staleSince } of facts) {
    if (content === undefined) {
      return undefined;
    }
    hash.update(`\n${source} ${content} ${staleSince ?? ''}`);
  }
  return hash.digest('base64');
}
