import {
  PortfolioRow,
  RollupDimension,
} from '@synchrony/backstage-plugin-scorecards-common';

/** What narrows the list of components to the rows behind a number. */
export type RowsFilter = Partial<
  Record<
    | 'owner'
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

/** Whether a row is a platform itself. */
export function isPlatform(
  row: PortfolioRow,
): row is PortfolioRow & { platformRef: string } {
  return row.platformRef !== undefined && row.platformRef === row.ref;
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
  return isPlatform(row) && by === 'platform'
    ? { within: row.ref }
    : { team: row.ref };
}
