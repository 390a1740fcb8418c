import { LevelName } from '@synchrony/ui';

const KNOWN: readonly LevelName[] = [
  'unrated',
  'none',
  'bronze',
  'silver',
  'gold',
  'platinum',
];

/** A level as it is drawn; what is absent is not known, `null` is no level. */
export function levelName(level: string | null | undefined): LevelName {
  return level === null
    ? 'none'
    : (KNOWN.find(name => name === level) ?? 'unrated');
}

/** Entities by level as they are drawn. */
export function levelCounts(
  counts: Record<string, number>,
): Record<LevelName, number> {
  const drawn: Record<LevelName, number> = {
    unrated: 0,
    none: 0,
    bronze: 0,
    silver: 0,
    gold: 0,
    platinum: 0,
  };
  for (const [level, count] of Object.entries(counts)) {
    drawn[levelName(level)] += count;
  }
  return drawn;
}
