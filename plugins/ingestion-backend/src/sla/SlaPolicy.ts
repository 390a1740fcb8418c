import {
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';

export const SLA_CLASSES = ['normal', 'tight'] as const;

/** How urgent an entity is: `tight` halves the time for high findings. */
export type SlaClass = (typeof SLA_CLASSES)[number];

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Sorts after every real due date, also as a JavaScript date. */
export const NEVER = 8_640_000_000_000_000;

/** Days that a finding may stay open, from when it was first seen. */
export interface SlaPolicy {
  days: Partial<Record<Severity, number>>;
  /** What becomes of the days of `high` on tight entities. */
  tightFactor: number;
}

export const DEFAULT_SLA_POLICY: SlaPolicy = {
  days: { critical: 7, high: 30, medium: 60, low: 180 },
  tightFactor: 0.5,
};

/** Tier 1 and exposed to the internet. */
export function slaClassOf(annotations: Record<string, string>): SlaClass {
  return annotations['synchrony.io/criticality'] === 'tier-1' &&
    annotations['synchrony.io/exposure'] === 'internet'
    ? 'tight'
    : 'normal';
}

/** Milliseconds from first seen to due, by severity; `null` for never. */
export function dueOffsets(
  policy: SlaPolicy,
  slaClass: SlaClass,
): (number | null)[] {
  return SEVERITIES.map(severity => {
    const days = policy.days[severity];
    if (days === undefined) {
      return null;
    }
    const factor =
      severity === 'high' && slaClass === 'tight' ? policy.tightFactor : 1;
    return Math.round(days * factor * DAY_MS);
  });
}
