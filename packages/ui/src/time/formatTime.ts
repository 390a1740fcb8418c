const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @public */
export type TimeInput = string | number | Date;

function parts(milliseconds: number): string {
  if (milliseconds < HOUR) {
    return `${Math.floor(milliseconds / MINUTE)} min`;
  }
  if (milliseconds < 2 * DAY) {
    return `${Math.floor(milliseconds / HOUR)} h`;
  }
  const days = Math.floor(milliseconds / DAY);
  if (days < 35) {
    return `${days} d`;
  }
  return days < 365
    ? `${Math.floor(days / 7)} wk`
    : `${Math.floor(days / 365)} y`;
}

/**
 * A time seen from now: `just now`, `6 min ago`, `3 h ago`, `in 4 d`.
 *
 * @public
 */
export function formatRelativeTime(time: TimeInput, now: TimeInput): string {
  const difference = new Date(now).getTime() - new Date(time).getTime();
  if (Math.abs(difference) < MINUTE) {
    return 'just now';
  }
  return difference > 0
    ? `${parts(difference)} ago`
    : `in ${parts(-difference)}`;
}

/**
 * How long ago something was, in words for a sentence or a column: `3 h`,
 * `28 d`; less than a minute is `< 1 min`.
 *
 * @public
 */
export function formatAge(time: TimeInput, now: TimeInput): string {
  const age = Math.max(0, new Date(now).getTime() - new Date(time).getTime());
  return age < MINUTE ? '< 1 min' : parts(age);
}

/**
 * A time to the minute with its zone, e.g. `7 Nov 2026, 09:41 UTC`.
 *
 * @public
 */
export function formatExactTime(time: TimeInput): string {
  return new Date(time).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/**
 * The time of day, e.g. `14:02`.
 *
 * @public
 */
export function formatTimeOfDay(time: TimeInput): string {
  return new Date(time).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
}
