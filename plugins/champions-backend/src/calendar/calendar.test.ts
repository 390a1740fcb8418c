import fc from 'fast-check';
import { buildCalendar } from './buildCalendar';
import { officeHourTimes } from './officeHourTimes';

const NOW = new Date('2026-10-20T08:00:00Z');
const HOURS = {
  id: 'appsec',
  title: 'AppSec office hours',
  weekday: 2,
  startsAt: '10:00',
  minutes: 45,
  timeZone: 'Europe/London',
};

describe('office hours', () => {
  it('stay at the same time of the clock when clocks change', () => {
    const [first, second] = officeHourTimes(HOURS, NOW, 2);
    expect(first).toMatchObject({
      day: '2026-10-20',
      start: new Date('2026-10-20T09:00:00Z'),
      end: new Date('2026-10-20T09:45:00Z'),
    });
    expect(second.start).toEqual(new Date('2026-10-27T10:00:00Z'));
  });

  it('are on their weekday at their time, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/London',
          'America/New_York',
          'Asia/Kolkata',
          'Pacific/Auckland',
        ),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 4, max: 23 }),
        fc.date({
          min: new Date('2024-01-01'),
          max: new Date('2030-01-01'),
          noInvalidDate: true,
        }),
        (timeZone, weekday, hour, from) => {
          const startsAt = `${String(hour).padStart(2, '0')}:30`;
          const [meeting] = officeHourTimes(
            { weekday, startsAt, minutes: 30, timeZone },
            from,
            1,
          );
          const shown = new Intl.DateTimeFormat('en-GB', {
            timeZone,
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
          }).format(meeting.start);
          const day = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
          expect(shown).toContain(day[weekday]);
          expect(shown).toContain(startsAt);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the calendar of a champion', () => {
  const active = {
    id: 'a1',
    scopeRef: 'group:default/payments',
    status: 'active' as const,
    nextConfirmAt: Date.parse('2027-04-12T00:00:00Z'),
  };

  it('has confirmations, ends and office hours', () => {
    const text = buildCalendar({
      assignments: [
        active,
        {
          id: 'a2',
          scopeRef: 'component:default/pay',
          status: 'stepping_down',
          endsAt: Date.parse('2026-12-01T00:00:00Z'),
        },
      ],
      officeHours: [HOURS],
      meetings: [],
      now: NOW,
    }).replace(/\r\n /g, '');
    expect(text).toContain('DTSTART;VALUE=DATE:20270412');
    expect(text).toContain(
      'SUMMARY:Confirm that you stay security champion of group payments',
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
    expect(text).toContain('DTSTART:20261020T090000Z');
    expect(text).toContain('SUMMARY:AppSec office hours');
  });

  it('is empty for who has not said yes to anything', () => {
    for (const assignments of [
      [],
      [{ ...active, status: 'nominated' as const, nextConfirmAt: undefined }],
    ]) {
      const text = buildCalendar({
        assignments,
        officeHours: [HOURS],
        meetings: [],
        now: NOW,
      });
      expect(text).toContain('BEGIN:VCALENDAR');
      expect(text).not.toContain('VEVENT');
    }
  });
});
