import {
  FindingsTrend,
  SEVERITIES,
  Severity,
  TrendGap,
} from '@synchrony/backstage-plugin-ingestion-common';
import { roundTop } from '../chart';

/** From the bottom of a stack to its top. */
export const STACK: Severity[] = [...SEVERITIES].reverse();

/** Where a severity begins and ends in the stack of a day. */
export interface Slice {
  index: number;
  from: number;
  to: number;
}

/** A severity over days of which something is known, without a break. */
export interface Band {
  severity: Severity;
  slices: Slice[];
}

/** Days, by their places, in which nobody looked completely. */
export interface Span {
  from: number;
  to: number;
}

/** The bands to draw; a day of which nothing is known ends a band. */
export function toBands({ days }: FindingsTrend): Band[] {
  const bands: Band[] = [];
  let run: Map<Severity, Slice[]> | undefined;
  const finish = () => {
    for (const [severity, slices] of run ?? []) {
      if (slices.some(({ from, to }) => to > from)) {
        bands.push({ severity, slices });
      }
    }
    run = undefined;
  };
  for (const [index, { open }] of days.entries()) {
    if (open) {
      run ??= new Map(STACK.map(severity => [severity, []]));
      let sum = 0;
      for (const severity of STACK) {
        const from = sum;
        sum += open[severity];
        run.get(severity)?.push({ index, from, to: sum });
      }
    } else {
      finish();
    }
  }
  finish();
  return bands;
}

/** All severities of a day together; undefined where nothing is known. */
export function totalOf(
  open: Record<Severity, number> | undefined,
): number | undefined {
  return open && STACK.reduce((sum, severity) => sum + open[severity], 0);
}

/** A round number that no day exceeds, of which a half is whole. */
export function topOf({ days }: FindingsTrend): number {
  return roundTop(Math.max(0, ...days.map(({ open }) => totalOf(open) ?? 0)));
}

/** The spans to hatch, joined where they overlap. */
export function toSpans({ days, gaps }: FindingsTrend): Span[] {
  const last = days.length - 1;
  const placeOf = (day: string) => days.findIndex(each => each.day >= day);
  const spans = gaps
    .map(({ from, to }) => ({
      from: Math.max(0, placeOf(from)),
      to: to === undefined || placeOf(to) < 0 ? last : placeOf(to),
    }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && span.from <= before.to) {
      before.to = Math.max(before.to, span.to);
    } else {
      joined.push({ ...span });
    }
  }
  return joined;
}

/** Gaps that last until now: what they hide is not known yet. */
export function openGaps({ gaps }: FindingsTrend): TrendGap[] {
  return gaps.filter(({ to }) => to === undefined);
}
