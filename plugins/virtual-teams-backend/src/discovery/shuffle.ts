import { createHash } from 'node:crypto';

/**
 * Orders what fits equally by chance, another one each day, so that the order
 * says nothing about people and pages of one day still fit together.
 */
export function shuffleByDay<T extends { personId: number; fit: number }>(
  items: T[],
  day: string,
): T[] {
  const seed = createHash('sha256').update(day).digest().readUInt32LE(0);
  const place = (personId: number) => {
    // Mixes the bits of the number as murmur3 does.
    let hash = Math.imul(personId ^ seed, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return items
    .map(item => ({ item, at: place(item.personId) }))
    .sort((a, b) => b.item.fit - a.item.fit || a.at - b.at)
    .map(({ item }) => item);
}
