import { PortfolioRow } from '@synchrony/backstage-plugin-scorecards-common';
import { TeamsOnChecks, TextLink } from '@synchrony/ui';
import { isPlatform, RowsFilter } from '../../model/rowsHref';
import styles from './Portfolio.module.css';
import { useRowsHref } from './useRowsHref';

/** Name of a row with its number of components, which opens them. */
export function RowName(props: { row: PortfolioRow; filter?: RowsFilter }) {
  const { row, filter } = props;
  const rowsHref = useRowsHref();
  return (
    <>
      {row.title ?? 'Others, or not visible to you'}{' '}
      {filter ? (
        <TextLink href={rowsHref(filter)}>{row.total}</TextLink>
      ) : (
        <span className={styles.muted}>{row.total}</span>
      )}{' '}
      {isPlatform(row) && <TeamsOnChecks platformRef={row.platformRef} />}
    </>
  );
}
