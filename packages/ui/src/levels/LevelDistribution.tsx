import { hatchClassName } from '../hatching';
import { TextLink } from '../links';
import { LevelName, levelLabel } from './levels';
import colors from './levelColors.module.css';
import styles from './LevelDistribution.module.css';

/** @public */
export interface LevelDistributionProps {
  /** Number of components per level. */
  counts: Record<LevelName, number>;
  /** Where the components of a level are listed. */
  hrefOf?: (level: LevelName) => string | undefined;
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

function LegendWords(props: { label: string; count: number; href?: string }) {
  const { label, count, href } = props;
  const words = (
    <>
      {label} <span className={styles.number}>{count}</span>
    </>
  );
  return href ? <TextLink href={href}>{words}</TextLink> : <span>{words}</span>;
}

/**
 * How many components stand at each level, as a bar. Decoration only: the
 * numbers stand beside it.
 *
 * @public
 */
export function LevelBar(props: { counts: Record<LevelName, number> }) {
  const { counts } = props;
  const total = ORDER.reduce((sum, level) => sum + counts[level], 0);
  return (
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
  );
}

/**
 * How many components stand at each level, as one bar with a legend that
 * carries every number.
 *
 * @public
 */
export function LevelDistribution(props: LevelDistributionProps) {
  const { counts, hrefOf } = props;
  return (
    <div>
      <LevelBar counts={counts} />
      <ul className={styles.legend} aria-label="Components per level">
        {ORDER.map(level => (
          <li key={level}>
            <span
              aria-hidden="true"
              className={`${styles.swatch} ${look(level)}`}
            />
            <LegendWords
              label={levelLabel(level)}
              count={counts[level]}
              href={counts[level] > 0 ? hrefOf?.(level) : undefined}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
