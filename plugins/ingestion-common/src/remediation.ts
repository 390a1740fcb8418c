/** Entities of one request for remediation. @public */
export const MOST_REMEDIATION_ENTITIES = 10_000;

/** The longest time that is answered at once, in days. @public */
export const MOST_REMEDIATION_DAYS = 1_100;

/** Days within which a finding that was closed counts as having come back. @public */
export const RECURRENCE_DAYS = 30;

/** Body of `POST /remediation`. @public */
export interface RemediationQuery {
  /** Up to {@link MOST_REMEDIATION_ENTITIES}. */
  entityRefs: string[];
  /** First and last day, `YYYY-MM-DD` in UTC, both included. */
  from: string;
  to: string;
}

/** What became of findings of an entity on a day. @public */
export interface RemediationDay {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** Findings that were closed for good, by somebody mending them. */
  closed: number;
  /**
   * Sum of the natural logarithms of the days that those were open, each at
   * least one, for geometric means.
   */
  logDays: number;
  /** Findings that fell due, but for those that were dismissed or accepted. */
  due: number;
  /** Of these, those that were not closed by then; open ones are among them. */
  breached: number;
  /** Times that a finding was closed by a scan, also not for good. */
  closings: number;
  /** Of these, those that were undone within {@link RECURRENCE_DAYS} days. */
  cameBack: number;
}

/** How findings of an entity were mended. @public */
export interface EntityRemediation {
  entityRef: string;
  /** Open now; they are in no mean of days yet. */
  open: number;
  /** Oldest first; days on which nothing happened are left out. */
  days: RemediationDay[];
}

/** `POST /remediation`: of those entities whose findings may be read. @public */
export interface Remediation {
  from: string;
  to: string;
  items: EntityRemediation[];
  asOf: string;
}
