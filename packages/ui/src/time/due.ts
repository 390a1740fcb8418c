import { formatAge, TimeInput } from './formatTime';

/** How pressing a due date is. */
export type DueUrgency = 'overdue' | 'soon' | 'later';

const DAY = 24 * 60 * 60 * 1000;
const SOON_DAYS = 7;

/** How pressing a due date is now. */
export function dueUrgency(dueAt: TimeInput, now: TimeInput): DueUrgency {
  const left = new Date(dueAt).getTime() - new Date(now).getTime();
  if (left < 0) {
    return 'overdue';
  }
  return left <= SOON_DAYS * DAY ? 'soon' : 'later';
}

/**
 * A due date in words: `4 d left`, `2 h overdue`.
 *
 * @public
 */
export function formatDue(dueAt: TimeInput, now: TimeInput): string {
  return dueUrgency(dueAt, now) === 'overdue'
    ? `${formatAge(dueAt, now)} overdue`
    : `${formatAge(now, dueAt)} left`;
}

/** Share of the time from start to due that has passed, 0 to 100. */
export function dueProgress(
  startAt: TimeInput,
  dueAt: TimeInput,
  now: TimeInput,
): number {
  const start = new Date(startAt).getTime();
  const whole = new Date(dueAt).getTime() - start;
  const passed = new Date(now).getTime() - start;
  return whole <= 0 ? 100 : Math.min(100, Math.max(0, (100 * passed) / whole));
}
