import { PortfolioRow } from '@synchrony/backstage-plugin-scorecards-common';
import { TextLink } from '@synchrony/ui';
import { RowsFilter, rowsHref } from '../../model/rowsHref';
import styles from './Portfolio.module.css';
import { usePagePath } from './usePagePath';

/** Name of a row with its number of components, which opens them. */
export function RowName(props: { row: PortfolioRow; filter?: RowsFilter }) {
  const { row, filter } = props;
  const page = usePagePath();
  return (
    <>
      {row.title ?? 'Others, or not visible to you'}{' '}
      {filter ? (
        <TextLink href={rowsHref(page, filter)}>{row.total}</TextLink>
      ) : (
        <span className={styles.muted}>{row.total}</span>
      )}
    </>
  );
}
