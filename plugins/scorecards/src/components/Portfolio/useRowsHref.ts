import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RowsFilter, rowsHref } from '../../model/rowsHref';
import { rootRouteRef } from '../../routes';
import { useChosenScorecard } from '../ScorecardChoice';

/**
 * Addresses of the components behind numbers, with the scorecard that is
 * shown.
 */
export function useRowsHref(): (filter: RowsFilter) => string {
  const page = useRouteRef(rootRouteRef)?.() ?? '/scorecards';
  const scorecard = useChosenScorecard();
  return filter => rowsHref(page, filter, scorecard);
}
