const DAY_MS = 24 * 60 * 60_000;

/** A need that no team has taken up ends after so many days. */
export const NEED_DAYS = 30;

/** The day of a moment, `YYYY-MM-DD`, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Needs that name no day of their own are over when posted before this. */
export function postedTooLongAgo(now: number): number {
  return now - NEED_DAYS * DAY_MS;
}
