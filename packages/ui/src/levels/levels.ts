/**
 * Levels as they are drawn, lowest first.
 *
 * @public
 */
export type LevelName =
  'unrated' | 'none' | 'bronze' | 'silver' | 'gold' | 'platinum';

const LABELS: Record<LevelName, string> = {
  unrated: 'Unrated',
  none: 'No level',
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  platinum: 'Platinum',
};

const RISEN_BARS: Record<LevelName, number> = {
  unrated: 0,
  none: 0,
  bronze: 1,
  silver: 2,
  gold: 3,
  platinum: 4,
};

/**
 * The word for a level, e.g. `No level`.
 *
 * @public
 */
export function levelLabel(level: LevelName): string {
  return LABELS[level];
}

/** How many of the four bars of a level are filled. */
export function levelBars(level: LevelName): number {
  return RISEN_BARS[level];
}
