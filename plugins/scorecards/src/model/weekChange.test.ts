import { summaryOf } from '../__testUtils__/rollups';
import { weekChangeOf } from './weekChange';

function point(day: string, bronze: number, silver: number, version = 1) {
  return {
    day,
    scorecardVersion: version,
    total: bronze + silver,
    levels: summaryOf({ bronze, silver }).levels,
    tiers: [{ tier: 'tier-1', target: { met: silver, total: 4 } }],
  };
}

describe('what a week changed', () => {
  it('compares with the last snapshot that is a week old', () => {
    expect(
      weekChangeOf([
        point('2026-11-10', 9, 0),
        point('2026-11-17', 3, 1),
        point('2026-11-18', 4, 0),
        point('2026-11-24', 2, 3, 2),
      ]),
    ).toEqual({
      since: '2026-11-17',
      components: 1,
      atTarget: 2,
      levels: [
        { level: 'bronze', difference: -1 },
        { level: 'silver', difference: 2 },
      ],
      newVersion: 2,
    });
  });

  it('says nothing where no snapshot of then is stored', () => {
    expect(weekChangeOf([])).toBeUndefined();
    expect(weekChangeOf([point('2026-11-24', 1, 1)])).toBeUndefined();
    expect(
      weekChangeOf([point('2026-11-01', 1, 1), point('2026-11-24', 1, 1)]),
    ).toBeUndefined();
  });
});
