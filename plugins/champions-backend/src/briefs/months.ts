import { InputError } from '@backstage/errors';

/** The first day of a month and of the next one, `YYYY-MM-DD`. */
export interface MonthDays {
  from: string;
  to: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * The days of a month, in UTC.
 *
 * @throws InputError for what is no month, or one that has not begun
 */
export function daysOfMonth(month: string, now: Date): MonthDays {
  if (!MONTH.test(month)) {
    throw new InputError(`month: ${month} is not a month such as 2026-11`);
  }
  if (month > now.toISOString().slice(0, 7)) {
    throw new InputError(`month: ${month} has not begun`);
  }
  const [year, number] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1));
  return { from: `${month}-01`, to: next.toISOString().slice(0, 10) };
}

/** As people write it, e.g. `November 2026`. */
export function nameOfMonth(month: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}
