import {
  PortfolioRow,
  RollupDimension,
} from '@synchrony/backstage-plugin-scorecards-common';

/** What narrows the list of components to the rows behind a number. */
export type RowsFilter = Partial<
  Record<
    | 'within'
    | 'team'
    | 'system'
    | 'level'
    | 'tier'
    | 'target'
    | 'stage'
    | 'outcome',
    string
  >
>;

/** Address of the components behind a number. */
export function rowsHref(
  page: string,
  filter: RowsFilter,
  scorecard?: string,
): string {
  const narrowed = Object.entries(filter).filter(
    ([, value]) => value !== undefined,
  );
  const search = new URLSearchParams([
    ...(scorecard ? [['scorecard', scorecard]] : []),
    ...(narrowed.length > 0 ? narrowed : [['view', 'services']]),
  ]);
  return `${page}?${decodeURIComponent(`${search}`)}`;
}

/** What narrows the list to a row of the portfolio; nothing for a row without a name. */
export function rowFilter(
  row: PortfolioRow,
  by: RollupDimension,
): RowsFilter | undefined {
  if (row.ref === undefined) {
    return undefined;
  }
  if (by === 'system') {
    return { system: row.ref };
  }
  return row.platformRef === row.ref && by === 'platform'
    ? { within: row.ref }
    : { team: row.ref };
}
