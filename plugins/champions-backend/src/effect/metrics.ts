import { EffectMetric } from '@synchrony/backstage-plugin-champions-common';
import { RECURRENCE_DAYS } from '@synchrony/backstage-plugin-ingestion-common';
import { TeamDay } from './types';

/** How a metric is read from days: a mean of `part` over `whole` findings. */
export interface MetricReading {
  part: (day: TeamDay) => number;
  whole: (day: TeamDay) => number;
  /** Days after which a day does not change any more. */
  settleDays: number;
  /** From a difference of means to what is shown. */
  shown: (difference: number) => number;
}

export const METRIC_READINGS: Record<EffectMetric, MetricReading> = {
  time_to_remediate: {
    part: day => day.logDays,
    whole: day => day.closed,
    settleDays: 0,
    // A difference of means of logs is the log of a ratio of geometric means.
    shown: Math.exp,
  },
  sla_breaches: {
    part: day => day.breached,
    whole: day => day.due,
    settleDays: 0,
    shown: difference => difference,
  },
  recurrence: {
    part: day => day.cameBack,
    whole: day => day.closings,
    settleDays: RECURRENCE_DAYS,
    shown: difference => difference,
  },
};
