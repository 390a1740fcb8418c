import {
  SEVERITIES,
  Severity,
  TrendDay,
} from '@synchrony/backstage-plugin-ingestion-common';

/** Findings of a severity that were opened and closed on a day. */
export interface TrendChange {
  /** Days since 1970, UTC. */
  day: number;
  /** 0 is critical. */
  severity: number;
  opened: number;
  closed: number;
}

/** What a trend is worked out from. Days are days since 1970, UTC. */
export interface TrendInput {
  since: number;
  until: number;
  /** Of the first scan; absent when there was none. */
  firstScan?: number;
  /** What is open now. */
  open: Record<Severity, number>;
  changes: TrendChange[];
}

/**
 * What was open at the end of each day, from what is open now back to the first
 * scan. Before it nothing is known, which is not the same as nothing open.
 */
export function workOutTrend(input: TrendInput): TrendDay[] {
  const { firstScan, since, until } = input;
  const byDay = Map.groupBy(input.changes, change => change.day);
  const open = { ...input.open };
  const days: TrendDay[] = [];
  for (let day = until; day >= since; day -= 1) {
    const isKnown = firstScan !== undefined && day >= firstScan;
    days.push({ day: toDay(day), ...(isKnown && { open: atLeastNone(open) }) });
    for (const { closed, opened, severity } of byDay.get(day) ?? []) {
      const name = SEVERITIES[severity];
      open[name] += closed - opened;
    }
  }
  return days.reverse();
}

/** Findings that are counted nowhere any more must not show as fewer than none. */
function atLeastNone(open: Record<Severity, number>): Record<Severity, number> {
  const counts = { ...open };
  for (const severity of SEVERITIES) {
    counts[severity] = Math.max(0, open[severity]);
  }
  return counts;
}

/** Days since 1970 as `YYYY-MM-DD`. */
export function toDay(day: number): string {
  return new Date(day * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
