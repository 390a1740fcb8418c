/**
 * A reason that says how old something is would be wrong the next day. So a
 * stored reason keeps the time itself between two marks, and the age is
 * written when somebody reads it.
 */
const MARKED = /⟦([^⟧"]*)⟧/g;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

export function markAge(iso: string): string {
  return `⟦${iso}⟧`;
}

function ageInWords(iso: string, now: Date): string {
  const ms = now.getTime() - Date.parse(iso);
  if (Number.isNaN(ms)) {
    return 'of unknown age';
  }
  if (ms < HOUR_MS) {
    return counted(Math.max(0, Math.floor(ms / MINUTE_MS)), 'minute');
  }
  if (ms < 2 * DAY_MS) {
    return counted(Math.floor(ms / HOUR_MS), 'hour');
  }
  return counted(Math.floor(ms / DAY_MS), 'day');
}

/** Replaces every marked time in a text by its age as of now. */
export function writeAges(text: string, now: Date): string {
  return text.replace(MARKED, (_, iso: string) => ageInWords(iso, now));
}

/** Whole days from one time to another, rounded. */
export function daysBetween(from: string, to: string): number {
  const ms = Date.parse(to) - Date.parse(from);
  return Number.isNaN(ms) ? 0 : Math.round(ms / DAY_MS);
}
