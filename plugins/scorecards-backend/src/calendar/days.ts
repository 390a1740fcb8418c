export const DAY_MS = 24 * 60 * 60_000;

/** Beginning of the day in UTC. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS) * DAY_MS;
}

/** A day as `YYYY-MM-DD`. */
export function dateOf(day: number | string): string {
  return new Date(Number(day)).toISOString().slice(0, 10);
}

/** The beginning in UTC of `YYYY-MM-DD`. */
export function parseDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
