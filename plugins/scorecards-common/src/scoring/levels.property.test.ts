import fc from 'fast-check';
import { EARNED_LEVELS, LEVELS, OUTCOMES, STAGES, WEIGHTS } from '../types';
import { holdLevel } from './holdLevel';
import { levelRank, requiredChecks } from './levels';
import { nextLevelPlan } from './nextLevelPlan';
import { scoreScorecard } from './scoreScorecard';
import { ScoredCheck } from './types';

const IS_SOAK = process.env.SYNCHRONY_SOAK === '1';
const RUNS = IS_SOAK ? 10_000 : 400;
/** Every subset of a scorecard is tried, so these are few. */
const BRUTE_FORCE = IS_SOAK
  ? { numRuns: 40, maxLength: 20 }
  : { numRuns: 60, maxLength: 9 };

const DAY = 86_400_000;
const GRACE = 3 * DAY;

jest.setTimeout(IS_SOAK ? 60 * 60_000 : 60_000);

function checks(minLength = 1, maxLength = 20) {
  return fc.array(
    fc.record({
      id: fc.uuid(),
      stage: fc.constantFrom(...STAGES),
      weight: fc.constantFrom(...Object.values(WEIGHTS)),
      requiredFor: fc.option(fc.constantFrom(...EARNED_LEVELS), {
        nil: undefined,
      }),
      waivable: fc.boolean(),
      effort: fc.constantFrom('S', 'M', 'L'),
      outcome: fc.constantFrom('pass' as const, ...OUTCOMES),
    }) as fc.Arbitrary<ScoredCheck>,
    { minLength, maxLength },
  );
}

/** What fast-check has to say about a property that does not hold. */
function faultOf<T>(
  property: fc.IProperty<T>,
  numRuns = RUNS,
): string | undefined {
  return fc.defaultReportMessage(fc.check(property, { numRuns }));
}

function turned(all: ScoredCheck[], index: number, outcome: string) {
  return all.map((check, place) =>
    place === index ? ({ ...check, outcome } as ScoredCheck) : check,
  );
}

const rankOf = (all: ScoredCheck[]) => levelRank(scoreScorecard(all).level);

describe('levels', () => {
  it('are only those that something of the entity is required for', () => {
    const fault = faultOf(
      fc.property(checks(), all => {
        const { level, nextLevel } = scoreScorecard(all);
        return [level, nextLevel].every(
          each =>
            each === undefined ||
            each === 'unrated' ||
            each === 'none' ||
            requiredChecks(all, each).length > 0,
        );
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('pass over one for which nothing is required', () => {
    const fault = faultOf(
      fc.property(checks(), fc.constantFrom(...EARNED_LEVELS), (all, gap) => {
        const without = all.map(check =>
          check.requiredFor === gap
            ? { ...check, requiredFor: undefined }
            : check,
        );
        const { level } = scoreScorecard(without);
        const before = scoreScorecard(all).level;
        return (
          level !== gap && (before === gap || rankOf(without) >= rankOf(all))
        );
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('need every check that they ask for to pass, or to be waived', () => {
    const fault = faultOf(
      fc.property(checks(), all => {
        const rank = rankOf(all);
        return EARNED_LEVELS.filter(level => levelRank(level) <= rank).every(
          level =>
            requiredChecks(all, level).every(
              ({ outcome, waivable }) =>
                outcome === 'pass' || (outcome === 'waived' && waivable),
            ),
        );
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('and scores never rise by evidence that goes, nor by a waiver of a pass', () => {
    const fault = faultOf(
      fc.property(checks(), fc.nat(19), (all, place) => {
        const index = place % all.length;
        const low = (each: ScoredCheck[]) =>
          scoreScorecard(each).points?.low ?? 0;
        const { outcome } = all[index];
        const worse =
          outcome === 'pass' ? ['unknown', 'fail', 'waived'] : ['unknown'];
        return (
          outcome === 'not_applicable' ||
          outcome === 'waived' ||
          worse.every(
            to =>
              rankOf(turned(all, index, to)) <= rankOf(all) &&
              low(turned(all, index, to)) <= low(all),
          )
        );
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('never rise when the evidence behind a waiver goes', () => {
    const fault = faultOf(
      fc.property(checks(), fc.nat(19), (all, place) => {
        const index = place % all.length;
        fc.pre(all[index].outcome === 'waived');
        const without = turned(all, index, 'unknown').map((check, at) =>
          at === index ? { ...check, isUnderWaiver: true } : check,
        );
        return (
          rankOf(without) <= rankOf(all) &&
          scoreScorecard(without).points!.low <= scoreScorecard(all).points!.low
        );
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('get no point from a waiver', () => {
    const fault = faultOf(
      fc.property(checks(), fc.nat(19), (all, place) => {
        const index = place % all.length;
        fc.pre(all[index].outcome === 'fail');
        const before = scoreScorecard(all).points;
        const after = scoreScorecard(turned(all, index, 'waived')).points;
        return before?.low === after?.low && before?.high === after?.high;
      }),
    );
    expect(fault).toBeUndefined();
  });
});

describe('a level that is lost', () => {
  const life = fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 2 * DAY }),
      outcomes: fc.array(fc.constantFrom('pass', 'pass', ...OUTCOMES), {
        minLength: 20,
        maxLength: 20,
      }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('is shown for its grace, never longer, and never one that was not earned', () => {
    const fault = faultOf(
      fc.property(checks(), life, (all, steps) => {
        let at = 0;
        let before: Parameters<typeof holdLevel>[0]['before'];
        const earnedAt = new Map<string, number>();
        return steps.every(({ gap, outcomes }) => {
          at += gap;
          const now = all.map(
            (check, index) =>
              ({ ...check, outcome: outcomes[index] }) as ScoredCheck,
          );
          const earned = scoreScorecard(now).level;
          for (const level of LEVELS) {
            if (levelRank(level) <= levelRank(earned)) {
              earnedAt.set(level, at);
            }
          }
          const shownBefore = before?.level ?? 'unrated';
          const held = holdLevel({
            checks: now,
            earned,
            before,
            at,
            graceMs: GRACE,
          });
          before = { level: held.level, losing: held.losing };
          const isEarned = held.level === earned;
          return (
            levelRank(held.level) >= levelRank(earned) &&
            (isEarned || levelRank(held.level) <= levelRank(shownBefore)) &&
            earnedAt.has(held.level) &&
            (held.until === undefined) === isEarned &&
            (held.until === undefined ||
              (held.until > at && held.until <= at + GRACE))
          );
        });
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('is gone at once when a critical check takes it away', () => {
    const fault = faultOf(
      fc.property(checks(), all => {
        const critical = all.map(check => ({
          ...check,
          weight: WEIGHTS.critical,
        }));
        const earned = scoreScorecard(critical).level;
        const { level } = holdLevel({
          checks: critical,
          earned,
          before: { level: 'platinum', losing: {} },
          at: 0,
          graceMs: GRACE,
        });
        // Too little evidence is no check that fails.
        return (
          earned === 'unrated' ||
          level === earned ||
          EARNED_LEVELS.filter(
            each => levelRank(each) <= levelRank(level),
          ).every(each =>
            requiredChecks(critical, each).every(
              ({ outcome, waivable }) =>
                outcome === 'pass' || (outcome === 'waived' && waivable),
            ),
          )
        );
      }),
    );
    expect(fault).toBeUndefined();
  });

  it('comes back by what it lacked, and is then lost anew', () => {
    const check = (outcome: ScoredCheck['outcome']): ScoredCheck[] => [
      {
        id: 'a',
        stage: 'code',
        weight: WEIGHTS.high,
        requiredFor: 'silver',
        waivable: true,
        effort: 'S',
        outcome,
      },
    ];
    const at = (
      time: number,
      outcome: ScoredCheck['outcome'],
      before: { level: 'silver'; losing: object },
    ) =>
      holdLevel({
        checks: check(outcome),
        earned: scoreScorecard(check(outcome)).level,
        before,
        at: time,
        graceMs: GRACE,
      });
    const silver = { level: 'silver' as const, losing: {} };
    expect(at(DAY, 'fail', silver)).toEqual({
      level: 'silver',
      losing: { silver: DAY },
      until: 4 * DAY,
    });
    const losing = { level: 'silver' as const, losing: { silver: DAY } };
    expect(at(2 * DAY, 'fail', losing).until).toBe(4 * DAY);
    expect(at(2 * DAY, 'pass', losing)).toEqual(silver);
    expect(at(4 * DAY, 'fail', losing)).toEqual({ level: 'none', losing: {} });
  });
});

/** Large steps first, then those of medium effort, then all: as digits. */
function costOf(steps: readonly ScoredCheck[]): number {
  const large = steps.filter(({ effort }) => effort === 'L').length;
  const medium = steps.filter(({ effort }) => effort === 'M').length;
  return 10_000 * large + 100 * medium + steps.length;
}

describe('a plan', () => {
  it('takes one step that tells enough, not three that tell less', () => {
    const check = (
      id: string,
      effort: ScoredCheck['effort'],
      weight: number,
    ): ScoredCheck => ({
      id,
      stage: 'plan',
      weight,
      waivable: false,
      effort,
      outcome: 'unknown',
    });
    const all: ScoredCheck[] = [
      {
        ...check('known', 'S', WEIGHTS.low),
        outcome: 'pass',
        requiredFor: 'bronze',
      },
      check('a', 'S', WEIGHTS.low),
      check('b', 'S', WEIGHTS.low),
      check('c', 'M', WEIGHTS.critical),
      check('d', 'L', WEIGHTS.high),
    ];
    const plan = nextLevelPlan(all);
    expect(plan.steps.map(step => step.check.id)).toEqual(['c']);
    expect(plan.result).toMatchObject({
      level: 'bronze',
      points: { evidencePct: 50 },
    });
  });

  it('is the cheapest that leads to the next level', () => {
    const fault = faultOf(
      fc.property(checks(1, BRUTE_FORCE.maxLength), all => {
        const { nextLevel } = scoreScorecard(all);
        fc.pre(nextLevel !== undefined);
        const open = all
          .map((check, index) => ({ check, index }))
          .filter(
            ({ check }) =>
              check.outcome !== 'pass' && check.outcome !== 'not_applicable',
          );
        const planned = costOf(nextLevelPlan(all).steps.map(s => s.check));
        const goal = levelRank(nextLevel!);
        let least = Infinity;
        for (let subset = 0; subset < 2 ** open.length; subset += 1) {
          const chosen = open.filter(
            (_, bit) => Math.floor(subset / 2 ** bit) % 2 === 1,
          );
          const cost = costOf(chosen.map(({ check }) => check));
          if (cost < least) {
            const done = new Set(chosen.map(({ index }) => index));
            const after = all.map((check, index) =>
              done.has(index) ? { ...check, outcome: 'pass' as const } : check,
            );
            if (rankOf(after) >= goal) {
              least = cost;
            }
          }
        }
        return planned === least;
      }),
      BRUTE_FORCE.numRuns,
    );
    expect(fault).toBeUndefined();
  });
});
