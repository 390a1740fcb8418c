const DAY_MS = 24 * 3600 * 1000;

/** A moment so many days before another one, in whole seconds. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(Math.round((now.getTime() - days * DAY_MS) / 1000) * 1000);
}
