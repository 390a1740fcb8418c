import {
  EffectEstimate,
  EffectMetric,
} from '@synchrony/backstage-plugin-champions-common';

/** An estimate that is shown. */
export type ShownEstimate = Extract<EffectEstimate, { isShown: true }>;

export const METRIC_WORDS: Record<EffectMetric, string> = {
  time_to_remediate: 'Time to remediate',
  sla_breaches: 'Findings past their due date',
  recurrence: 'Findings that came back',
};

/** The value at which nothing changed: a ratio of 1, a difference of 0. */
export function unchangedOf(metric: EffectMetric): number {
  return metric === 'time_to_remediate' ? 1 : 0;
}

/** `× 0.82`, or `−4.0 points` for a difference of shares. */
export function valueText(metric: EffectMetric, value: number): string {
  if (metric === 'time_to_remediate') {
    return `× ${value.toFixed(2)}`;
  }
  const points = (value * 100).toFixed(1).replace('-', '−');
  return `${value > 0 ? '+' : ''}${points} points`;
}

/** What the interval lets one say, and no more. */
export function verdictOf(estimate: ShownEstimate): string {
  const unchanged = unchangedOf(estimate.metric);
  if (estimate.high < unchanged) {
    return 'Better than in teams without a champion: the whole interval is below no change.';
  }
  if (estimate.low > unchanged) {
    return 'Worse than in teams without a champion: the whole interval is above no change.';
  }
  return 'It may be no change at all: the interval holds it.';
}
