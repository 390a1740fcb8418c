const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a time as a date field has it, such as `2026-12-03`. */
export function dayOf(at: string): string {
  return at.slice(0, 10);
}

/** The end of a day, or the latest time that is allowed where it is before. */
export function endOf(day: string, latest?: string): string {
  const end = `${day}T23:59:59.000Z`;
  return latest !== undefined && latest < end ? latest : end;
}

/** A day some days from now, as a date field has it. */
export function dayAhead(days: number, now: Date = new Date()): string {
  return dayOf(new Date(now.getTime() + days * DAY_MS).toISOString());
}
