import ical, { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { meetingDays } from '../teams/milestones';
import { StoredTeam } from '../teams/types';
import { momentOf } from './momentOf';

/** How many meetings are told ahead; the feed is read again long before. */
const MEETINGS = 26;

const MINUTE_MS = 60_000;

/** A team as far as the calendar of a member is about it. */
export type CalendarTeam = Pick<
  StoredTeam,
  'cadence' | 'endsOn' | 'id' | 'reviewOn' | 'status' | 'title'
> & {
  /** Where it is looked at in the portal. */
  url: string;
};

/**
 * The calendar of somebody who is in teams, as iCalendar: meetings, reviews and
 * ends. It names no people. Teams that are paused don't meet.
 */
export function buildTeamCalendar(options: {
  teams: readonly CalendarTeam[];
  now: Date;
}): string {
  const { now, teams } = options;
  const calendar = ical({
    name: 'Virtual teams',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'synchrony', product: 'virtual-teams', language: 'EN' },
    ttl: 60 * 60,
  });
  for (const team of teams) {
    addDay(calendar, team, now, 'review', team.reviewOn, 'Review of');
    addDay(calendar, team, now, 'end', team.endsOn, 'End of');
    addMeetings(calendar, team, now);
  }
  return calendar.toString();
}

function addDay(
  calendar: ICalCalendar,
  { id, title, url }: CalendarTeam,
  stamp: Date,
  what: string,
  day: string | undefined,
  words: string,
): void {
  if (day !== undefined) {
    calendar.createEvent({
      id: `${what}-${id}@virtual-teams.synchrony`,
      stamp,
      start: new Date(day),
      allDay: true,
      summary: `${words} ${title}`,
      url,
    });
  }
}

function addMeetings(
  calendar: ICalCalendar,
  { cadence, endsOn, id, status, title, url }: CalendarTeam,
  stamp: Date,
): void {
  if (!cadence || status === 'paused') {
    return;
  }
  const { minutes, startsAt, timeZone } = cadence;
  const today = stamp.toISOString().slice(0, 10);
  meetingDays(cadence, today, MEETINGS)
    .filter(day => endsOn === undefined || day <= endsOn)
    .forEach(day => {
      const start = momentOf(day, startsAt, timeZone);
      calendar.createEvent({
        id: `meeting-${id}-${day}@virtual-teams.synchrony`,
        stamp,
        start,
        end: new Date(start.getTime() + minutes * MINUTE_MS),
        summary: `${cadence.title} (${title})`,
        url,
      });
    });
}
