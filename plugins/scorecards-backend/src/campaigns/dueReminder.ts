import { DAY_MS } from '../calendar/days';

/** What a reminder is about. */
export interface Occasion {
  /** Names it: told once to each group. */
  key: string;
  /** The day that it leads to. */
  day: number;
  daysLeft: number;
  /** Absent for the target. */
  sharePct?: number;
}

export interface Reminded {
  startDay: number;
  targetDay: number;
  milestones: readonly { day: number; sharePct: number }[];
  /** Days before a milestone or the target. */
  reminderDays: readonly number[];
}

/**
 * The reminder that is due on a day: of the nearest day ahead, the latest that
 * should have been sent. One that nobody sent in time is made up for while its
 * day is still ahead; of several, only the newest is.
 */
export function dueReminder(
  campaign: Reminded,
  today: number,
): Occasion | undefined {
  const { milestones, reminderDays, startDay, targetDay } = campaign;
  if (today < startDay || today > targetDay) {
    return undefined;
  }
  const days: { day: number; sharePct?: number }[] = [
    ...milestones,
    { day: targetDay },
  ];
  const [next] = days
    .filter(({ day }) => day >= today)
    .sort((a, b) => a.day - b.day);
  const daysLeft = Math.round((next.day - today) / DAY_MS);
  const due = reminderDays.filter(each => each >= daysLeft);
  return due.length === 0
    ? undefined
    : { ...next, daysLeft, key: `${next.day}-${Math.min(...due)}` };
}
