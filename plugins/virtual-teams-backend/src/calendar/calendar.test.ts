import fc from 'fast-check';
import { buildTeamCalendar, CalendarTeam } from './buildTeamCalendar';
import { momentOf } from './momentOf';

const team: CalendarTeam = {
  id: 7,
  title: 'Passkeys',
  status: 'active',
  url: 'https://portal.example.com/virtual-team/virtual-teams/passkeys',
  reviewOn: '2026-12-15',
  endsOn: '2027-06-30',
  cadence: {
    title: 'Weekly',
    weekday: 2,
    startsAt: '10:00',
    minutes: 45,
    everyWeeks: 1,
    timeZone: 'Europe/London',
    firstOn: '2026-11-24',
  },
};

const build = (more: Partial<CalendarTeam> = {}, now = '2027-03-20') =>
  buildTeamCalendar({ teams: [{ ...team, ...more }], now: new Date(now) });

describe('the calendar of teams', () => {
  it('keeps meetings at their time when clocks change', () => {
    const text = build();
    expect(text).toContain('DTSTART:20270323T100000Z');
    expect(text).toContain('DTEND:20270323T104500Z');
    expect(text).toContain('DTSTART:20270330T090000Z');
  });

  it('has reviews and ends as days, and nothing after the end', () => {
    const text = build();
    expect(text).toContain('DTSTART;VALUE=DATE:20261215');
    expect(text).toContain('SUMMARY:End of Passkeys');
    expect(text.match(/SUMMARY:Weekly/g)).toHaveLength(15);
    expect(text).not.toContain('20270706');
  });

  it('has no meetings of a team that is paused', () => {
    expect(build({ status: 'paused' })).not.toContain('Weekly');
    expect(build({ cadence: undefined })).not.toContain('Weekly');
  });

  it('finds the moment at which clocks show a time', () => {
    const zone = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
    );
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 6, max: 23 }),
        (timeZone, days, hour) => {
          const day = new Date(Date.UTC(2026, 0, 1 + days))
            .toISOString()
            .slice(0, 10);
          const time = `${String(hour).padStart(2, '0')}:30`;
          expect(
            new Intl.DateTimeFormat('sv-SE', {
              timeZone,
              dateStyle: 'short',
              timeStyle: 'short',
            }).format(momentOf(day, time, timeZone)),
          ).toBe(`${day} ${time}`);
        },
      ),
    );
  });
});
