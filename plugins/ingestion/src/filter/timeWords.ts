import { formatExactTime } from '@synchrony/ui';

/** `2026-11-07` as `7 Nov 2026`, a time as it is. */
function whenWords(when: string): string {
  return when.includes('T')
    ? formatExactTime(when)
    : new Date(`${when}T00:00:00Z`).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });
}

/** When something happened, e.g. `from 1 Nov 2026 to 30 Nov 2026`. */
export function timeWords(
  from: string | undefined,
  to: string | undefined,
): string {
  if (from === undefined) {
    return to === undefined ? 'at any time' : `until ${whenWords(to)}`;
  }
  if (to === undefined) {
    return `since ${whenWords(from)}`;
  }
  return from === to
    ? `on ${whenWords(from)}`
    : `from ${whenWords(from)} to ${whenWords(to)}`;
}
