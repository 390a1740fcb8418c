import {
  EARNED_LEVELS,
  Level,
  LEVELS,
  levelRank,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import { digestActions } from './digestActions';
import { AgendaKeys, orderAgenda } from './orderAgenda';
import { scopeKeyOf } from './scopeKeyOf';
import { snapshotOf } from './snapshotOf';
import { visibleScope, withHidden } from './visibleScope';

const entity = (
  name: string,
  level: Level,
  change: Partial<AgendaKeys> = {},
): AgendaKeys => ({
  entityRef: `component:default/${name}`,
  name,
  level,
  ...change,
});

const entities = fc.uniqueArray(
  fc.record(
    {
      name: fc.string({ minLength: 1, maxLength: 3 }),
      level: fc.constantFrom(...LEVELS),
      targetLevel: fc.constantFrom(...EARNED_LEVELS),
      tier: fc.constantFrom('tier-1', 'tier-2', 'tier-3'),
      scoreLow: fc.integer({ min: 0, max: 100 }),
    },
    { requiredKeys: ['name', 'level'] },
  ),
  { selector: ({ name }) => name },
);

describe('orderAgenda', () => {
  it('begins with what is below its target, tier 1 first', () => {
    const order = orderAgenda([
      entity('fine', 'gold', { targetLevel: 'gold', tier: 'tier-1' }),
      entity('free', 'none'),
      entity('late', 'bronze', { targetLevel: 'silver', tier: 'tier-2' }),
      entity('near', 'silver', { targetLevel: 'gold', tier: 'tier-1' }),
      entity('far', 'none', { targetLevel: 'gold', tier: 'tier-1' }),
      entity('worse', 'silver', {
        targetLevel: 'gold',
        tier: 'tier-1',
        scoreLow: 50,
      }),
    ]);
    expect(order.map(({ name }) => name)).toEqual([
      'far',
      'near',
      'worse',
      'late',
      'fine',
      'free',
    ]);
  });

  it('is one order, whatever the order before', () => {
    const isBelow = ({ level, targetLevel }: AgendaKeys) =>
      targetLevel !== undefined && levelRank(level) < levelRank(targetLevel);
    fc.assert(
      fc.property(entities, fc.func(fc.integer()), (all, weight) => {
        const named = all.map(each => entity(each.name, each.level, each));
        const order = orderAgenda(named);
        const shuffled = [...named].sort((a, b) => weight(a) - weight(b));
        expect(orderAgenda(shuffled)).toEqual(order);
        const below = order.map(isBelow);
        expect(below.lastIndexOf(true)).toBeLessThan(
          below.includes(false) ? below.indexOf(false) : below.length,
        );
        expect(order).toHaveLength(named.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('snapshotOf', () => {
  const checks = [
    { id: 'a', outcome: 'fail', requiredFor: 'bronze' },
    { id: 'b', outcome: 'unknown', requiredFor: 'silver' },
    { id: 'c', outcome: 'fail', requiredFor: 'gold' },
    { id: 'd', outcome: 'fail' },
    { id: 'e', outcome: 'waived', requiredFor: 'bronze' },
  ].map(check => ({ title: check.id, ...check }));
  const failing = (change: Partial<ScorecardView>) =>
    snapshotOf({ level: 'none', checks, ...change } as ScorecardView)
      .failing.map(({ checkId }) => checkId)
      .join('');

  it('keeps what is asked for up to the target, or the next level after it', () => {
    expect(failing({ targetLevel: 'silver', nextLevel: 'bronze' })).toBe('ab');
    expect(
      failing({ level: 'silver', targetLevel: 'silver', nextLevel: 'gold' }),
    ).toBe('abc');
    expect(failing({ nextLevel: 'bronze' })).toBe('a');
    expect(failing({ level: 'gold', targetLevel: 'gold' })).toBe('');
  });
});

describe('the scope of a review', () => {
  it('names the same series however it is written', () => {
    expect(
      scopeKeyOf('essentials', {
        within: ['group:default/b', 'group:default/a'],
      }),
    ).toBe(
      scopeKeyOf('essentials', {
        tiers: [],
        within: ['group:default/a', 'group:default/b'],
      }),
    );
    expect(scopeKeyOf('essentials', {})).not.toBe(scopeKeyOf('other', {}));
  });

  it('keeps what its editor could not see', () => {
    const before = { within: ['group:default/a', 'group:default/hidden'] };
    const visible = new Set(['group:default/a']);
    expect(visibleScope(before, visible)).toEqual({
      within: ['group:default/a'],
    });
    expect(
      withHidden({ within: ['group:default/c'] }, before, visible),
    ).toEqual({ within: ['group:default/c', 'group:default/hidden'] });
    expect(withHidden({ tiers: ['tier-1'] }, {}, visible)).toEqual({
      tiers: ['tier-1'],
    });
  });
});

describe('digestActions', () => {
  it('makes one digest a person, of their own and of their groups', () => {
    expect(
      digestActions(
        [
          { ownerRef: 'user:default/ann', dueDay: 30 },
          { ownerRef: 'group:default/team', dueDay: 20 },
          { ownerRef: 'group:default/gone', dueDay: 10 },
        ],
        new Map([
          ['user:default/ann', ['user:default/ann']],
          [
            'group:default/team',
            ['user:default/ann', 'user:default/bob', 'user:default/bob'],
          ],
        ]),
      ),
    ).toEqual(
      new Map([
        ['user:default/ann', { count: 2, firstDay: 20 }],
        ['user:default/bob', { count: 1, firstDay: 20 }],
      ]),
    );
  });
});
