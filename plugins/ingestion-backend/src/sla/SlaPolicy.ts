import { Severity } from '@synchrony/backstage-plugin-ingestion-common';
import { DEFAULT_RISK_MATRIX, RiskMatrix } from './riskMatrix';
import { Exposure, Tier } from './slaClass';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Sorts after every real due date, also as a JavaScript date. */
export const NEVER = 8_640_000_000_000_000;

/** @see SlaPolicy.kind */
export const SLA_KINDS = ['severity', 'risk-matrix'] as const;

/**
 * Days for findings of that severity or worse, on services of that tier or
 * worse and of that exposure or worse. What is left out is any.
 */
export interface SlaCell {
  severity?: Severity;
  tier?: Tier;
  exposure?: Exposure;
  days: number;
}

/** How long a finding may stay open, from when it was first seen. */
export interface SlaPolicy {
  /**
   * `severity`: days by severity. `risk-matrix`: days by exposure, KEV,
   * automation and impact for findings with an advisory, and by severity for
   * the others.
   */
  kind: (typeof SLA_KINDS)[number];
  /** What explanations call it. */
  name: string;
  days: Partial<Record<Severity, number>>;
  /** What becomes of the days of `high` on tier-1 services on the internet. */
  tightFactor: number;
  /** Of exploited vulnerabilities, whatever their severity. */
  kevDays?: number;
  /** Of those that hold, the shortest counts. */
  cells: SlaCell[];
  matrix: RiskMatrix;
  /** Whether what is not known counts as the worse value, or not at all. */
  unknown: 'worse' | 'ignore';
}

export const DEFAULT_SLA_POLICY: SlaPolicy = {
  kind: 'severity',
  name: 'default',
  days: { critical: 7, high: 30, medium: 60, low: 180 },
  tightFactor: 0.5,
  kevDays: 7,
  cells: [],
  matrix: DEFAULT_RISK_MATRIX,
  unknown: 'ignore',
};
