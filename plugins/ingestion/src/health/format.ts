const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A short duration as a person reads it: `40 ms`, `2.3 s`, `12 min`, `1.5 h`. */
export function formatMilliseconds(ms: number): string {
  if (ms < SECOND) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < MINUTE) {
    return `${short(ms / SECOND)} s`;
  }
  return ms < HOUR ? `${short(ms / MINUTE)} min` : `${short(ms / HOUR)} h`;
}

/** A size in the unit that gives the shortest number: `412 MB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${short(size)} ${units[unit]}`;
}

/** One decimal below ten. */
function short(value: number): string {
  return value < 9.95 ? String(Number(value.toFixed(1))) : value.toFixed(0);
}
