import { RollupPoint } from '@synchrony/backstage-plugin-scorecards-common';
import { formatNumber, levelLabel, TextLink } from '@synchrony/ui';
import { dayText } from '../../model/trend';
import { RowsFilter } from '../../model/rowsHref';
import { weekChangeOf } from '../../model/weekChange';
import styles from './Portfolio.module.css';
import { useRowsHref } from './useRowsHref';

const DAY_MS = 24 * 60 * 60_000;

function moreOrFewer(difference: number): string {
  return `${formatNumber(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'}`;
}

/** What a week changed in the sums; nothing without a snapshot of then. */
export function WeekChange(props: {
  points: RollupPoint[];
  filter: RowsFilter;
}) {
  const { filter, points } = props;
  const rowsHref = useRowsHref();
  const change = weekChangeOf(points);
  if (!change) {
    return null;
  }
  const { atTarget, components, levels, newVersion, since } = change;
  const isSame = atTarget === 0 && components === 0 && levels.length === 0;
  return (
    <>
      <h3 className={styles.changed}>
        Changed since {dayText(Date.parse(since) / DAY_MS)}
      </h3>
      {isSame ? (
        <p className={styles.sub}>No sum is another one.</p>
      ) : (
        <ul className={styles.changes}>
          {atTarget !== 0 && (
            <li>
              <TextLink href={rowsHref({ ...filter, target: 'met' })}>
                At target
              </TextLink>
              : {moreOrFewer(atTarget)}
            </li>
          )}
          {levels.map(({ difference, level }) => (
            <li key={level}>
              <TextLink href={rowsHref({ ...filter, level })}>
                {levelLabel(level)}
              </TextLink>
              : {moreOrFewer(difference)}
            </li>
          ))}
          {components !== 0 && (
            <li>
              <TextLink href={rowsHref(filter)}>Components</TextLink>:{' '}
              {moreOrFewer(components)}
            </li>
          )}
        </ul>
      )}
      <p className={styles.legend}>
        Sums of two daily snapshots: one that rose and one that fell cancel out
        {newVersion !== undefined &&
          ` · version ${newVersion} of the scorecard counts since`}
      </p>
    </>
  );
}
