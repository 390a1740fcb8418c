const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_DAYS = 30;
const LONGEST_DAYS = 365;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Two days in UTC, the first from its beginning, the last to its end. */
export interface HistoryRange {
  /** E.g. `2026-11-26`. */
  from: string;
  to: string;
}

/** The day of a time, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function isDay(text: string | null): text is string {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/** The last days up to today. */
export function lastDays(days: number, now: number): HistoryRange {
  return { from: dayOf(now - days * DAY_MS), to: dayOf(now) };
}

/** Reads a range from an address; what makes no sense is the last 30 days. */
export function parseRange(
  from: string | null,
  to: string | null,
  now: number,
): HistoryRange {
  const last = isDay(to) && to <= dayOf(now) ? to : dayOf(now);
  const start = Date.parse(last) - LONGEST_DAYS * DAY_MS;
  return isDay(from) && from <= last && Date.parse(from) >= start
    ? { from, to: last }
    : { from: dayOf(Date.parse(last) - DEFAULT_DAYS * DAY_MS), to: last };
}

/** The end of a day in UTC, ISO 8601; of today it is now. */
export function momentOfDay(day: string, now: number): string {
  return new Date(Math.min(Date.parse(day) + DAY_MS - 1, now)).toISOString();
}

/** The moments of a range; today ends now, which is said by no moment. */
export function momentsOf(
  { from, to }: HistoryRange,
  now: number,
): { from: string; to?: string } {
  return {
    from: new Date(from).toISOString(),
    ...(to !== dayOf(now) && {
      to: new Date(Date.parse(to) + DAY_MS - 1).toISOString(),
    }),
  };
}
