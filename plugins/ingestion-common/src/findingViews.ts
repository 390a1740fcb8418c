import {
  ControlType,
  FindingDue,
  FindingsQuery,
  FindingStatus,
  Severity,
} from './types';

/**
 * Findings of an entity with one cause: the same version of a package, or the
 * same rule.
 *
 * @public
 */
export interface FindingGroup {
  /** To be given as `group` to the list of findings. */
  id: string;
  cause: 'package' | 'rule';
  /** Of the package, or the id of the rule. */
  name: string;
  /** Of the package, where it is known. */
  version?: string;
  /** What the rule is called. */
  title?: string;
  type: ControlType;
  count: number;
  bySeverity: Record<Severity, number>;
  /** Advisories or rules that the findings are about. */
  rules: number;
  overdue: number;
  /** The nearest due date that has not passed. */
  nextDueAt?: string;
  /** The version of the package that fixes all, if one is known to do so. */
  fixedVersion?: string;
  /** How many have no fix yet. */
  withoutFix: number;
}

/** @public */
export interface FindingGroupsQuery extends Omit<
  FindingsQuery,
  'group' | 'orderBy'
> {
  entityRef: string;
}

/**
 * How many findings each choice of a filter leaves, with the other filters as
 * they are.
 *
 * @public
 */
export interface FindingFacets {
  severity: Record<Severity, number>;
  status: Record<FindingStatus, number>;
  type: Record<ControlType, number>;
  due: Record<FindingDue, number>;
  /** Most findings first. */
  tools: { tool: string; count: number }[];
  /** Where its scans see them now, most findings first; only of one entity. */
  environments: { environment: string; count: number }[];
  /** True when only a part could be counted. */
  isLowerBound?: boolean;
  asOf: string;
}

/** @public */
export const EXPORT_FORMATS = ['csv', 'json'] as const;

/** @public */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What was open at the end of a day, UTC. @public */
export interface TrendDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** Absent where nothing is known, such as before the first scan. */
  open?: Record<Severity, number>;
}

/** Days in which nobody looked completely, so that nothing counts as fixed. @public */
export interface TrendGap {
  controlType: ControlType;
  tool?: string;
  /** Day of the last complete scan. */
  from: string;
  /** Day of the next one; absent when there was none since. */
  to?: string;
}

/** Open findings of an entity, day by day. @public */
export interface FindingsTrend {
  entityRef: string;
  /** Oldest first, today last. */
  days: TrendDay[];
  gaps: TrendGap[];
  /**
   * Until this day the numbers were worked out later, from when findings were
   * first and last seen and with the severity that they have now.
   */
  workedOutUntil?: string;
  asOf: string;
}
