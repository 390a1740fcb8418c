import { parseEntityRef } from '@backstage/catalog-model';
import {
  AssignmentStatus,
  OfficeHours,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { StoredMeeting } from '../meetings/types';
import { officeHourTimes } from './officeHourTimes';

/** How far ahead meetings are told; the feed is read again long before. */
const WEEKS = 26;

/** An assignment as far as the calendar of its person is about it. */
export interface CalendarAssignment {
  id: string;
  scopeRef: string;
  status: AssignmentStatus;
  nextConfirmAt?: number;
  endsAt?: number;
}

/**
 * The calendar of a champion as iCalendar: when to confirm, when an assignment
 * ends, office hours and meetings. It names nobody. Whoever has not said yes to
 * anything gets an empty one.
 */
export function buildCalendar(options: {
  assignments: readonly CalendarAssignment[];
  officeHours: readonly OfficeHours[];
  /** Those to which the person is invited. */
  meetings: readonly StoredMeeting[];
  now: Date;
}): string {
  const { assignments, meetings, now, officeHours } = options;
  const calendar = ical({
    name: 'Security champion',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'synchrony', product: 'champions', language: 'EN' },
    ttl: 60 * 60,
  });
  for (const { endsAt, id, nextConfirmAt, scopeRef, status } of assignments) {
    const scope = nameOf(scopeRef);
    if (nextConfirmAt !== undefined && status === 'active') {
      calendar.createEvent({
        id: `confirm-${id}@champions.synchrony`,
        stamp: now,
        start: new Date(nextConfirmAt),
        allDay: true,
        summary: `Confirm that you stay security champion of ${scope}`,
      });
    }
    if (endsAt !== undefined && status === 'stepping_down') {
      calendar.createEvent({
        id: `end-${id}@champions.synchrony`,
        stamp: now,
        start: new Date(endsAt),
        allDay: true,
        summary: `Your time as security champion of ${scope} ends`,
      });
    }
  }
  const isChampion = assignments.some(({ status }) =>
    PUBLIC_ASSIGNMENT_STATUSES.includes(status),
  );
  for (const hours of isChampion ? officeHours : []) {
    for (const { day, end, start } of officeHourTimes(hours, now, WEEKS)) {
      calendar.createEvent({
        id: `${hours.id}-${day}@champions.synchrony`,
        stamp: now,
        start,
        end,
        summary: hours.title,
        ...(hours.url !== undefined && { url: hours.url }),
      });
    }
  }
  for (const meeting of meetings) {
    const { endsAt, id, isCancelled, place, startsAt, title, version } =
      meeting;
    calendar.createEvent({
      id: `meeting-${id}@champions.synchrony`,
      stamp: now,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: title,
      sequence: version - 1,
      status: isCancelled
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
      ...(place !== undefined && { location: place }),
    });
  }
  return calendar.toString();
}

function nameOf(scopeRef: string): string {
  const { kind, name } = parseEntityRef(scopeRef);
  return `${kind} ${name}`;
}
