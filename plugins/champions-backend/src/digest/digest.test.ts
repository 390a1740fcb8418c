import { DigestSettings } from '@synchrony/backstage-plugin-champions-common';
import { digestDay } from './digestDay';
import { digestNotice } from './digestNotice';
import { NOTHING_WAITS } from './types';

const LONDON: DigestSettings = {
  every: 'daily',
  weekday: 1,
  hour: 7,
  timeZone: 'Europe/London',
};

describe('the day of a digest', () => {
  it.each([
    // Summer time: six in UTC is seven in London.
    ['2026-07-01T05:59:00Z', undefined],
    ['2026-07-01T06:00:00Z', '2026-07-01'],
    ['2026-12-01T06:59:00Z', undefined],
    ['2026-12-01T07:00:00Z', '2026-12-01'],
    ['2026-12-01T23:59:00Z', '2026-12-01'],
  ])('begins at its hour in its zone: %s', (now, day) => {
    expect(digestDay(LONDON, new Date(now))).toBe(day);
  });

  it.each([
    ['2026-11-30T08:00:00Z', '2026-11-30'],
    // Late, as after an outage.
    ['2026-12-02T08:00:00Z', '2026-11-30'],
    ['2026-12-06T08:00:00Z', '2026-11-30'],
    ['2026-12-07T06:00:00Z', undefined],
    ['2026-12-07T08:00:00Z', '2026-12-07'],
  ])('is the last such weekday of a weekly one: %s', (now, day) => {
    expect(digestDay({ ...LONDON, every: 'weekly' }, new Date(now))).toBe(day);
  });

  it('never comes where there is none', () => {
    expect(digestDay({ ...LONDON, every: 'off' }, new Date())).toBeUndefined();
  });
});

describe('the notification', () => {
  it('is none where nothing waits, and where that is not known', () => {
    expect(digestNotice(NOTHING_WAITS)).toBeUndefined();
    expect(digestNotice({ ...NOTHING_WAITS, isPartial: true })).toBeUndefined();
  });

  it('says how much, what presses first, and leads to the desk', () => {
    expect(
      digestNotice({
        ...NOTHING_WAITS,
        vacancies: 1,
        questions: 2,
        due: 1,
        isPartial: true,
      }),
    ).toEqual({
      title: 'What waits for you on your desk',
      description: [
        '1 finding that is overdue, or will be within 7 days',
        '2 questions that wait for your answer',
        '1 team without a champion, or soon without one',
        'Findings are not counted: their source does not answer',
      ].join('\n'),
      link: '/desk',
      severity: 'normal',
      topic: 'champions.digest',
      scope: 'champions:digest',
    });
  });

  it('leads who only has teams without a champion to the programme', () => {
    expect(digestNotice({ ...NOTHING_WAITS, vacancies: 3 })).toMatchObject({
      title: 'Teams that need a security champion',
      description: '3 teams without a champion, or soon without one',
      link: '/champions',
      severity: 'low',
    });
  });
});
