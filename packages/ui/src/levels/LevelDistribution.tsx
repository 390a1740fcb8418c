import { hatchClassName } from '../hatching';
import { LevelName, levelLabel } from './levels';
import colors from './levelColors.module.css';
import styles from './LevelDistribution.module.css';

/** @public */
export interface LevelDistributionProps {
  /** Number of components per level. */
  counts: Record<LevelName, number>;
}

const ORDER: LevelName[] = [
  'unrated',
  'none',
  'bronze',
  'silver',
  'gold',
  'platinum',
];

function look(level: LevelName): string {
  switch (level) {
    case 'unrated':
      return `${colors.unrated} ${styles.unrated} ${hatchClassName}`;
    case 'none':
      return `${colors.none} ${styles.none}`;
    default:
      return colors[level];
  }
}

/**
 * How many components stand at each level, as one bar with a legend that
 * carries every number.
 *
 * @public
 */
export function LevelDistribution(props: LevelDistributionProps) {
  const { counts } = props;
  const total = ORDER.reduce((sum, level) => sum + counts[level], 0);
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {ORDER.filter(level => counts[level] > 0).map(level => (
          <span
            key={level}
            className={`${styles.part} ${look(level)}`}
            style={{ flexGrow: counts[level], flexBasis: 0 }}
          >
            {counts[level] / total >= 0.04 && (
              <span className={styles.count}>{counts[level]}</span>
            )}
          </span>
        ))}
      </div>
      <ul className={styles.legend} aria-label="Components per level">
        {ORDER.map(level => (
          <li key={level}>
            <span
              aria-hidden="true"
              className={`${styles.swatch} ${look(level)}`}
            />
            {levelLabel(level)}{' '}
            <span className={styles.number}>{counts[level]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
