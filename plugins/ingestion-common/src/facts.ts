import { CoverageState } from './coverageMachine';
import { ControlType, Severity } from './types';

/** For how many days a closed finding counts for remediation. @public */
export const REMEDIATION_WINDOW_DAYS = 90;

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
  /**
   * Whether the entity has a list of what it consists of (SBOM); a list is no
   * dependency scan.
   */
  sbom: {
    state: CoverageState;
    tool?: string;
    /** ISO 8601, of the newest complete list. */
    lastCompleteAt?: string;
    staleAt?: string;
    commit?: string;
    reportId?: string;
    /** Versions of packages in it. Restricted. */
    components?: number;
  };
  /** Open findings, counted on the default ref. Restricted. */
  open: Record<ControlType, Record<Severity, number>>;
  /** Open findings past their due date. Restricted. */
  overdue: Record<ControlType, Record<Severity, number>>;
  /** Open findings whose severity a person adjusted. */
  adjusted: {
    /** To a worse one than the scanner's. Restricted. */
    raised: number;
    /** To a milder one than the scanner's. Restricted. */
    lowered: number;
  };
  /** Findings that a waiver accepts; they are not among the open ones. Restricted. */
  accepted: Record<ControlType, Record<Severity, number>>;
  /** Accepted findings past their due date. Restricted. */
  acceptedOverdue: Record<ControlType, Record<Severity, number>>;
  waivers: {
    /** Until when a check is waived, in milliseconds since 1970, by its id. */
    checks: Record<string, number>;
    /** Waivers that are in effect. Restricted. */
    active: number;
    /** How often the one of them that was renewed most was. Restricted. */
    mostRenewals: number;
  };
  /** Findings that were closed in the last {@link REMEDIATION_WINDOW_DAYS}. */
  remediation: {
    /** Restricted. */
    closed: number;
    /** Of these, by their due date. Restricted. */
    closedInTime: number;
  };
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
        /** What the gate said of its commit, by the newest run that asked. */
        gateVerdict?: string;
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
