import { OfficeHours } from '@synchrony/backstage-plugin-champions-common';

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** One meeting. */
export interface Meeting {
  /** The day in the time zone of the office hours, `YYYY-MM-DD`. */
  day: string;
  start: Date;
  end: Date;
}

/**
 * The meetings of so many weeks, each at its own moment, so that they stay at
 * the same time of the wall clock when clocks change.
 */
export function officeHourTimes(
  hours: Pick<OfficeHours, 'weekday' | 'startsAt' | 'minutes' | 'timeZone'>,
  from: Date,
  weeks: number,
): Meeting[] {
  const today = new Date(wallTime(from, hours.timeZone));
  const ahead = (hours.weekday - today.getUTCDay() + 7) % 7;
  const first =
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()) +
    ahead * DAY_MS;
  const [hour, minute] = hours.startsAt.split(':').map(Number);
  return Array.from({ length: weeks }, (_, week) => {
    const midnight = first + week * 7 * DAY_MS;
    const start = toMoment(
      midnight + (hour * 60 + minute) * MINUTE_MS,
      hours.timeZone,
    );
    return {
      day: new Date(midnight).toISOString().slice(0, 10),
      start: new Date(start),
      end: new Date(start + hours.minutes * MINUTE_MS),
    };
  });
}

/** What clocks of a zone show, as if they were in UTC. */
function wallTime(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const valueOf = (type: string) =>
    Number(parts.find(part => part.type === type)?.value);
  return Date.UTC(
    valueOf('year'),
    valueOf('month') - 1,
    valueOf('day'),
    valueOf('hour'),
    valueOf('minute'),
    valueOf('second'),
  );
}

/** The moment at which clocks of a zone show a time. */
function toMoment(wall: number, timeZone: string): number {
  const offsetAt = (at: number) => wallTime(new Date(at), timeZone) - at;
  const guess = wall - offsetAt(wall);
  return wall - offsetAt(guess);
}
