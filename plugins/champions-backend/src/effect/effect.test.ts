import { EffectEstimate } from '@synchrony/backstage-plugin-champions-common';
import {
  Planted,
  syntheticOrganisation,
} from './__testUtils__/syntheticOrganisation';
import { estimateEffect } from './estimateEffect';
import { methodOf } from './method';
import { tWithin } from './studentT';
import { EFFECT_MINIMUM } from './types';

const SOAK = process.env.SYNCHRONY_SOAK === '1';
const RUNS = SOAK ? 500 : 40;
/** Of so few runs some more may miss by chance. */
const LEAST_COVERED = SOAK ? 0.93 : 0.9;

jest.setTimeout(SOAK ? 10 * 60_000 : 60_000);

const NOTHING: Planted = { logDays: 0, breaches: 0, recurrence: 0 };
const HELP: Planted = { logDays: -0.4, breaches: -0.12, recurrence: -0.06 };
const TEAMS = { withChampion: 14, without: 18 };

function shown(estimates: EffectEstimate[]) {
  return estimates.map(each => {
    if (!each.isShown) {
      throw new Error(each.because);
    }
    return each;
  });
}

describe('Student’s t', () => {
  it.each([
    [1, 12.706],
    [4, 2.776],
    [10, 2.228],
    [30, 2.042],
    [1000, 1.962],
  ])('is as tables have it, at %s degrees of freedom', (freedom, value) => {
    expect(tWithin(0.95, freedom)).toBeCloseTo(value, 3);
  });
});

describe('the effect of champions', () => {
  it.each([
    ['none', NOTHING, [1, 0, 0]],
    ['some', HELP, [Math.exp(-0.4), -0.12, -0.06]],
  ])(
    'lies within its interval as often as it says, where there is %s',
    (_, planted, truths) => {
      const covered = [0, 0, 0];
      for (let seed = 1; seed <= RUNS; seed += 1) {
        const input = syntheticOrganisation(seed, planted, TEAMS);
        shown(estimateEffect(input)).forEach(({ high, low }, index) => {
          covered[index] += Number(
            low <= truths[index] && truths[index] <= high,
          );
        });
      }
      for (const count of covered) {
        expect(count / RUNS).toBeGreaterThanOrEqual(LEAST_COVERED);
      }
    },
  );

  it('is told from none where it is large enough', () => {
    const found = Array.from({ length: 10 }, (_, seed) =>
      shown(estimateEffect(syntheticOrganisation(seed, HELP, TEAMS))),
    );
    expect(
      found.filter(([time]) => time.high < 1).length,
    ).toBeGreaterThanOrEqual(8);
  });

  it('is refused on too few teams, findings or people, and says so', () => {
    const because = (estimates: EffectEstimate[]) =>
      estimates.map(each => (each.isShown ? 'shown' : each.because));
    const few = syntheticOrganisation(1, HELP, { withChampion: 4, without: 9 });
    expect(because(estimateEffect(few))[0]).toBe(
      'Nothing is said on fewer than 5 teams on each side that had findings before and after: there are 4 with a champion and 9 without.',
    );
    const all = syntheticOrganisation(1, HELP, TEAMS);
    // Of two people, each for many teams.
    const shared = all.teams.map(({ personId, ...team }) => ({
      ...team,
      ...(personId !== undefined && { personId: personId % 2 }),
    }));
    expect(because(estimateEffect({ ...all, teams: shared }))).toEqual(
      Array(3).fill(
        'Nothing is said while the champions of these teams are fewer than 5 people.',
      ),
    );
    expect(
      because(estimateEffect(all, { ...EFFECT_MINIMUM, findings: 9_999 }))[0],
    ).toMatch(
      /^Nothing is said on fewer than 9999 findings .* there are \d+ in one of the four\.$/,
    );
    expect(
      because(estimateEffect({ ...all, teams: [] })).every(text =>
        text.includes('there are 0 with a champion'),
      ),
    ).toBe(true);
  });

  it('waits until the days after a champion are over', () => {
    const input = syntheticOrganisation(3, HELP, TEAMS);
    const early = {
      ...input,
      until: Math.min(...input.teams.flatMap(t => t.since ?? [])) + 89,
    };
    expect(estimateEffect(early).some(each => each.isShown)).toBe(false);
  });

  it('never says why', () => {
    const text = methodOf(90, 12);
    expect(text).toMatch(/changed .* while/);
    expect(text).not.toMatch(/cause|because of|due to|thanks/i);
  });
});
