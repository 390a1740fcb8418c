import {
  CampaignInput,
  LEVELS,
  Outcome,
  OUTCOMES,
} from '@synchrony/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import { DAY_MS, parseDate } from '../calendar/days';
import { compareScope } from './compareScope';
import { countBy, countStandings } from './countStandings';
import { dueReminder } from './dueReminder';
import { findFault } from './findFault';
import { standingOf } from './standingOf';
import { Goal, ScopedEntity } from './types';

const TODAY = parseDate('2026-11-26');

const goal: Goal = {
  checks: [
    { id: 'a', title: 'A', sensitive: false },
    { id: 'b', title: 'B', sensitive: true },
  ],
};

function entity(
  outcomes: Record<string, Outcome>,
  more: Partial<ScopedEntity> = {},
): ScopedEntity {
  return {
    entityRef: 'component:default/api',
    name: 'api',
    level: 'bronze',
    waivers: 0,
    outcomes: new Map(Object.entries(outcomes)),
    ...more,
  };
}

const entities = fc
  .record({
    a: fc.constantFrom(undefined, ...OUTCOMES),
    b: fc.constantFrom(undefined, ...OUTCOMES),
    level: fc.constantFrom(...LEVELS),
    waivers: fc.nat(2),
    exemptUntil: fc.option(fc.integer({ min: -3, max: 3 }), {
      nil: undefined,
    }),
  })
  .map(({ a, b, exemptUntil, ...rest }) =>
    entity(
      { ...(a && { a }), ...(b && { b }) },
      {
        ...rest,
        ...(exemptUntil !== undefined && {
          exemptUntil: TODAY + exemptUntil * DAY_MS,
        }),
      },
    ),
  );

describe('standingOf', () => {
  it.each<[Record<string, Outcome>, string]>([
    [{ a: 'pass', b: 'pass' }, 'passed'],
    [{ a: 'pass', b: 'not_applicable' }, 'passed'],
    [{ a: 'waived', b: 'pass' }, 'waived'],
    [{ a: 'unknown', b: 'pass' }, 'unknown'],
    [{ b: 'pass' }, 'unknown'],
    [{ a: 'fail', b: 'pass' }, 'failing'],
    [{ a: 'not_applicable', b: 'not_applicable' }, 'not_applicable'],
  ])('of %j is %s', (outcomes, standing) => {
    expect(standingOf(goal, entity(outcomes), TODAY).standing).toBe(standing);
  });

  it.each<Outcome>(['fail', 'unknown', 'waived'])(
    'shows a sensitive check that is %s only as one that needs attention',
    outcome => {
      expect(
        standingOf(goal, entity({ a: 'pass', b: outcome }), TODAY),
      ).toEqual(
        expect.objectContaining({
          standing: 'failing',
          missing: [
            { checkId: 'b', title: 'B', outcome: 'fail', needsAttention: true },
          ],
        }),
      );
    },
  );

  it('takes a level that waivers hold up for waived, and an unrated one for unknown', () => {
    const level: Goal = { checks: [], level: 'silver' };
    const at = (more: Partial<ScopedEntity>) =>
      standingOf(level, entity({}, more), TODAY);
    expect(at({ level: 'gold' }).standing).toBe('passed');
    expect(at({ level: 'silver', waivers: 1 }).standing).toBe('waived');
    expect(at({ level: 'unrated' }).standing).toBe('unknown');
    expect(at({ level: 'bronze' })).toMatchObject({
      standing: 'failing',
      missingLevel: 'silver',
    });
  });

  it('never counts what is exempt as passed, and only until its last day', () => {
    fc.assert(
      fc.property(entities, each => {
        const { standing } = standingOf(
          { ...goal, level: 'bronze' },
          each,
          TODAY,
        );
        const isExempt =
          each.exemptUntil !== undefined && each.exemptUntil >= TODAY;
        expect(standing === 'exempt').toBe(isExempt);
      }),
    );
  });

  it('passes nothing of which a check is not known', () => {
    fc.assert(
      fc.property(entities, each => {
        const { missing, standing } = standingOf(goal, each, TODAY);
        expect(standing === 'passed' && missing.length > 0).toBe(false);
      }),
    );
  });
});

describe('countStandings', () => {
  it('adds up, in groups as well, and no exemption raises what passed', () => {
    fc.assert(
      fc.property(fc.array(entities), all => {
        const rows = all.map(each => standingOf(goal, each, TODAY));
        const counts = countStandings(rows);
        const sum = Object.values(counts.standings).reduce((a, b) => a + b, 0);
        expect(sum).toBe(all.length);
        const groups = countBy(rows, row => row.entity.level);
        expect(groups.reduce((n, group) => n + group.total, 0)).toBe(
          all.length,
        );

        const without = countStandings(
          all.map(each =>
            standingOf(goal, { ...each, exemptUntil: undefined }, TODAY),
          ),
        );
        // What does not apply is not counted anyway, unless it is exempt.
        expect(counts.standings.passed).toBeLessThanOrEqual(
          without.standings.passed,
        );
        expect(counts.passedPct ?? 0).toBeLessThanOrEqual(
          (without.passedPct ?? 0) + 1e-9,
        );
      }),
    );
  });

  it('has no share of nothing', () => {
    expect(countStandings([])).not.toHaveProperty('passedPct');
  });
});

describe('compareScope', () => {
  it('tells who came and who left', () => {
    expect(compareScope(['a', 'b'], ['b', 'c'])).toEqual({
      joined: ['c'],
      left: ['a'],
    });
  });
});

describe('dueReminder', () => {
  const campaign = {
    startDay: parseDate('2026-11-01'),
    targetDay: parseDate('2026-12-31'),
    milestones: [{ day: parseDate('2026-11-30'), sharePct: 50 }],
    reminderDays: [14, 3],
  };
  const on = (date: string) => dueReminder(campaign, parseDate(date));

  it('is due in time before the next day ahead, and made up for when late', () => {
    expect(on('2026-11-15')).toBeUndefined();
    expect(on('2026-11-16')).toMatchObject({ daysLeft: 14, sharePct: 50 });
    expect(on('2026-11-20')?.key).toBe(on('2026-11-16')?.key);
    expect(on('2026-11-28')?.key).not.toBe(on('2026-11-16')?.key);
    expect(on('2026-12-01')).toBeUndefined();
    expect(on('2026-12-31')).toMatchObject({ daysLeft: 0 });
  });

  it('is never due before the start, after the end or when switched off', () => {
    expect(on('2026-10-31')).toBeUndefined();
    expect(on('2027-01-01')).toBeUndefined();
    expect(
      dueReminder({ ...campaign, reminderDays: [] }, campaign.targetDay),
    ).toBeUndefined();
  });
});

describe('findFault', () => {
  const input: CampaignInput = {
    title: 'Scan everything',
    scorecardId: 'essentials',
    scope: {},
    goal: { checks: ['a'] },
    startDate: '2026-11-01',
    targetDate: '2026-12-31',
    milestones: [],
  };
  const known = new Map([['essentials', [{ id: 'a' }]]]);

  it.each<[string, Partial<CampaignInput>]>([
    ['scorecardId', { scorecardId: 'other' }],
    ['goal', { goal: { checks: [] } }],
    ['goal.checks[1]', { goal: { checks: ['a', 'b'] } }],
    ['scope.within[0]', { scope: { within: ['user:default/a'] } }],
    ['targetDate', { targetDate: '2026-11-01' }],
    [
      'milestones[1]',
      {
        milestones: [
          { date: '2026-11-10', sharePct: 50 },
          { date: '2026-11-20', sharePct: 40 },
        ],
      },
    ],
    ['milestones[0]', { milestones: [{ date: '2026-12-31', sharePct: 50 }] }],
  ])('names %s', (path, change) => {
    expect(findFault({ ...input, ...change }, known)?.path).toBe(path);
  });

  it('finds nothing in a sound one', () => {
    expect(findFault(input, known)).toBeUndefined();
  });
});
