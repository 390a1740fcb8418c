import { RollupSummary } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatPercent,
  RelativeTime,
  TextLink,
} from '@synchrony/ui';
import { RowsFilter } from '../../model/rowsHref';
import styles from './Portfolio.module.css';
import { TargetTable } from './TargetTable';
import { useRowsHref } from './useRowsHref';

/** How many reach what their tier asks of them, and where all of them stand. */
export function TargetCard(props: {
  summary: RollupSummary;
  filter: RowsFilter;
  asOf: string;
  isLowerBound?: boolean;
}) {
  const { summary, filter, asOf, isLowerBound } = props;
  const { target, total, experimental } = summary;
  const rowsHref = useRowsHref();
  return (
    <section className={styles.card} aria-labelledby="portfolio-target">
      <h2 id="portfolio-target">
        At or above target:{' '}
        <TextLink href={rowsHref({ ...filter, target: 'met' })}>
          {target.met} of {target.total}
        </TextLink>{' '}
        {target.total > 0 &&
          `(${formatPercent((100 * target.met) / target.total)})`}
      </h2>
      <p className={styles.sub}>
        {isLowerBound ? 'More than ' : ''}
        <TextLink href={rowsHref(filter)}>
          {formatCount(total, 'component')}
        </TextLink>
        {experimental > 0 && `, ${experimental} of them experimental`} · unrated
        counts as below ·{' '}
        <TextLink href={rowsHref({ ...filter, target: 'missed' })}>
          {target.total - target.met} below target
        </TextLink>{' '}
        · as of <RelativeTime at={asOf} />
      </p>
      <TargetTable tiers={summary.tiers} filter={filter} />
    </section>
  );
}
