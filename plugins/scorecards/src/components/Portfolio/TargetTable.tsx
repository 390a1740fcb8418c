import {
  Level,
  LEVELS,
  TierSummary,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatPercent, LevelBar, levelLabel, TextLink } from '@synchrony/ui';
import { RowsFilter } from '../../model/rowsHref';
import styles from './Portfolio.module.css';
import { useRowsHref } from './useRowsHref';

function AtTarget(props: { tier: TierSummary; filter: RowsFilter }) {
  const rowsHref = useRowsHref();
  const { tier, target } = props.tier;
  if (target.total === 0) {
    return <span className={styles.muted}>no target</span>;
  }
  return (
    <>
      <strong>{formatPercent((100 * target.met) / target.total)}</strong>{' '}
      <TextLink href={rowsHref({ ...props.filter, tier, target: 'met' })}>
        {target.met} of {target.total}
      </TextLink>
    </>
  );
}

/**
 * How many components of each tier stand at each level, as a bar with the
 * numbers behind it; each number opens its components. Levels at which nothing
 * stands have no column.
 */
export function TargetTable(props: {
  tiers: TierSummary[];
  filter: RowsFilter;
}) {
  const { tiers, filter } = props;
  const rowsHref = useRowsHref();
  const levels = LEVELS.filter(level =>
    tiers.some(tier => tier.levels[level] > 0),
  );
  const count = (tier: TierSummary, level: Level) => {
    const number = tier.levels[level];
    return number > 0 && tier.tier !== undefined ? (
      <TextLink href={rowsHref({ ...filter, tier: tier.tier, level })}>
        {number}
      </TextLink>
    ) : (
      number
    );
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>
          Components by tier and level
        </caption>
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col" className={styles.number}>
              At target
            </th>
            <th scope="col" className={styles.wide}>
              <span className={styles.hidden}>Levels as a bar</span>
            </th>
            {levels.map(level => (
              <th key={level} scope="col" className={styles.number}>
                {levelLabel(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.map(tier => (
            <tr key={tier.tier ?? ''}>
              <th scope="row" className={styles.tier}>
                {tier.tier ?? 'no tier'}
                <span className={styles.muted}> n = {tier.total}</span>
              </th>
              <td className={styles.number}>
                <AtTarget tier={tier} filter={filter} />
              </td>
              <td>
                <LevelBar counts={tier.levels} />
              </td>
              {levels.map(level => (
                <td key={level} className={styles.number}>
                  {count(tier, level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
