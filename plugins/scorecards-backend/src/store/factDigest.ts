import { createHash } from 'node:crypto';

/**
 * A digest of facts that holds only for the receipt that it was made at, so
 * that one that somebody who does not know of digests left behind is told from
 * one that is right.
 */
export function factDigest(
  facts: string | null,
  receivedAt: number,
): string | null {
  return facts === null
    ? null
    : `${receivedAt} ${createHash('sha256').update(facts).digest('base64')}`;
}

/** What the facts are, whenever they were received; undefined when not known. */
export function contentOf(
  digest: string | null,
  receivedAt: number,
): string | undefined {
  const prefix = `${receivedAt} `;
  return digest?.startsWith(prefix) ? digest.slice(prefix.length) : undefined;
}
