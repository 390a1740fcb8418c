import { daysOf } from './daysOf';

const at = (time: string) => Date.parse(`2026-11-${time}Z`);

describe('daysOf', () => {
  it('says where something stood at the end of each day, and now', () => {
    expect(
      daysOf(
        [
          { since: at('21T10:00'), score_low: 40 },
          { since: at('23T08:00'), score_low: 50 },
          { since: at('23T09:00'), score_low: 55 },
          { since: at('24T23:00'), score_low: 90 },
        ],
        at('20T12:00'),
        at('24T12:00'),
      ),
    ).toEqual([
      { on: '2026-11-20', scoreLow: null },
      { on: '2026-11-21', scoreLow: 40 },
      { on: '2026-11-22', scoreLow: 40 },
      { on: '2026-11-23', scoreLow: 55 },
      { on: '2026-11-24', scoreLow: 55 },
    ]);
  });
});
