import fc from 'fast-check';
import { busFactor } from './busFactor';
import { coverageByTier, riskWeightedPct } from './coverageByTier';
import { median } from './median';
import { peopleFigure } from './peopleFigure';
import { sammOf } from './sammOf';

describe('figures of the programme', () => {
  it('say coverage in the words of SAMM', () => {
    expect([0, 1, 4, 5, 7, 8, 10].map(n => sammOf(n, 10))).toEqual([
      'none',
      'some',
      'some',
      'at_least_half',
      'at_least_half',
      'most_or_all',
      'most_or_all',
    ]);
    expect(sammOf(0, 0)).toBe('none');
  });

  it('count how many teams depend on one person', () => {
    expect(busFactor([1, 1, 1, 1, 2, 3, 3])).toEqual([
      { teams: 1, people: 1 },
      { teams: 2, people: 1 },
      { teams: 3, people: 0 },
      { teams: 4, people: 1 },
    ]);
    expect(busFactor([])).toEqual([]);
  });

  it('add up to the teams that somebody covers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), people => {
        const rows = busFactor(people);
        expect(rows.reduce((sum, row) => sum + row.teams * row.people, 0)).toBe(
          people.length,
        );
      }),
    );
  });

  it('weigh tiers 8, 4, 2 and 1', () => {
    const tiers = coverageByTier([
      { tier: 'tier-1', state: 'covered', count: 1 },
      { tier: 'tier-2', state: 'covered_thin', count: 1 },
      { tier: 'tier-2', state: 'at_risk', count: 1 },
      { tier: null, state: 'uncovered', count: 3 },
      { tier: 'tier-3', state: 'uncovered', count: 2 },
      { tier: 'tier-4', state: 'covered', count: 2 },
    ]);
    expect(tiers.map(({ tier }) => tier)).toEqual([
      'tier-1',
      'tier-2',
      'tier-3',
      'tier-4',
      'none',
    ]);
    expect(riskWeightedPct(tiers)).toBeCloseTo((100 * 14) / 25);
    expect(riskWeightedPct([])).toBeUndefined();
  });

  it('are held back of fewer than five people', () => {
    expect(peopleFigure(4, () => 'told')).toEqual({
      isShown: false,
      minimum: 5,
    });
    expect(peopleFigure(5, () => 'told')).toEqual({
      isShown: true,
      value: 'told',
    });
  });

  it('take the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });
});
