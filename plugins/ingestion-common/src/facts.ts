import { ControlType, CoverageState, Severity } from './types';

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
    }
  >;
  /** Open findings, counted on the default ref. Restricted. */
  open: Record<ControlType, Record<Severity, number>>;
  /** Open findings past their due date. Restricted. */
  overdue: Record<ControlType, Record<Severity, number>>;
  /** How it is delivered; absent when no deployment or pipeline run was sent. */
  delivery?: {
    /** By name of the environment. */
    environments: Record<
      string,
      {
        /** ISO 8601; of the last deployment, however it ended. */
        lastDeploymentAt: string;
        lastOutcome: string;
        /** ISO 8601; of the last one that succeeded, as are commit and version. */
        lastReleaseAt?: string;
        commit?: string;
        version?: string;
      }
    >;
    /** The last pipeline run on the default ref. */
    pipeline?: {
      /** ISO 8601. */
      lastRunAt: string;
      /** Whether it asked the gate. */
      gateEnforced: boolean;
      /** Whether it did what the gate said. */
      gateObeyed: boolean;
      gatePolicy?: string;
      gateVerdict?: string;
    };
  };
}
