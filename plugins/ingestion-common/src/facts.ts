import { CoverageState } from './coverageMachine';
import { ControlType, Severity } from './types';

/**
 * The facts that ingestion publishes per catalog entity on its fact feed. In
 * check rules they stand under `ingestion`, e.g.
 * `ingestion.coverage.sast.state == "active"`.
 *
 * @public
 */
export interface IngestionFacts {
  coverage: Record<
    ControlType,
    {
      state: CoverageState;
      tool?: string;
      /** ISO 8601. */
      lastCompleteAt?: string;
      staleAt?: string;
      commit?: string;
      reportId?: string;
      /** Scans in a row that failed since the last complete one. */
      failures?: number;
    }
  >;
  /** Open findings, counted on the default ref. Restricted. */
  open: Record<ControlType, Record<Severity, number>>;
  /** Open findings past their due date. Restricted. */
  overdue: Record<ControlType, Record<Severity, number>>;
}
