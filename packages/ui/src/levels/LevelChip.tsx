import { hatchClassName } from '../hatching';
import { formatCount } from '../numbers';
import { LevelBars } from './LevelBars';
import { LevelName, levelLabel } from './levels';
import colors from './levelColors.module.css';
import styles from './LevelChip.module.css';

/** @public */
export interface LevelChipProps {
  level: LevelName;
  /** Active waivers that hold the level up. */
  waivers?: number;
}

/**
 * A level as a pale chip: one to four rising bars and the word; hatched when
 * unrated.
 *
 * @public
 */
export function LevelChip(props: LevelChipProps) {
  const { level, waivers = 0 } = props;
  const unrated = level === 'unrated';
  return (
    <span
      className={[
        styles.chip,
        colors[level],
        ...(unrated ? [hatchClassName] : []),
      ].join(' ')}
    >
      {!unrated && (
        <svg width={19} height={10} viewBox="0 0 19 10" aria-hidden="true">
          <LevelBars level={level} />
        </svg>
      )}
      <span className={unrated ? styles.unratedWord : styles.word}>
        {levelLabel(level)}
        {waivers > 0 && ` · ${formatCount(waivers, 'waiver')}`}
      </span>
    </span>
  );
}
