import {
  CoverageState,
  FAILURES_UNTIL_FAILING,
} from '@synchrony/backstage-plugin-ingestion-common';
import type { StoredCoverage } from '../store/CoverageStore';
import { Expectation } from './expectations';

/**
 * The state of a control by `COVERAGE_TRANSITIONS`. The map computes the same
 * in SQL, see `COVERAGE_STATE_SQL`.
 */
export function stateOf(
  row: Omit<StoredCoverage, 'controlType'> | undefined,
  expectation: Expectation,
  asOf: number,
): CoverageState {
  if (row && row.failures >= FAILURES_UNTIL_FAILING) {
    return 'failing';
  }
  if (row?.lastCompleteAt !== undefined && row.staleAt !== undefined) {
    return asOf < row.staleAt ? 'active' : 'stale';
  }
  if (expectation === 'declared') {
    return 'declared';
  }
  return !row && expectation === 'not_applicable'
    ? 'not_applicable'
    : 'missing';
}
