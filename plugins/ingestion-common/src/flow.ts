import { Severity } from './types';

/** Findings that were opened and closed, counted. @public */
export interface FlowCounts {
  opened: number;
  closed: number;
  /** Of the closed ones, those that were closed by their due date. */
  closedInTime: number;
}

/** A day on which findings were opened or closed. @public */
export interface FlowDay {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  bySeverity: Partial<Record<Severity, FlowCounts>>;
}

/**
 * How findings of an entity come and go. Sums stay the same when old findings
 * are no longer kept.
 *
 * @public
 */
export interface FindingFlow {
  entityRef: string;
  /** First and last day, `YYYY-MM-DD`, both included. */
  since: string;
  until: string;
  /** Over all days. */
  total: FlowCounts;
  /** Oldest first; days on which nothing happened are left out. */
  days: FlowDay[];
  asOf: string;
}

/** The longest time that a flow may cover: ten years. @public */
export const MOST_FLOW_DAYS = 3650;
