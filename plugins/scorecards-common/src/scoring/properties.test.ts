import fc from 'fast-check';
import { EARNED_LEVELS, OUTCOMES, Outcome, STAGES, WEIGHTS } from '../types';
import { levelRank } from './levels';
import { nextLevelPlan } from './nextLevelPlan';
import { gainOf, scoreScorecard, scoreStage } from './scoreScorecard';
import { ScorecardScore, ScoredCheck } from './types';

const checkArbitrary = fc.record({
  id: fc.uuid(),
  stage: fc.constantFrom(...STAGES),
  weight: fc.constantFrom(...Object.values(WEIGHTS)),
  requiredFor: fc.option(fc.constantFrom(...EARNED_LEVELS), {
    nil: undefined,
  }),
  waivable: fc.integer({ min: 0, max: 9 }).map(value => value < 7),
  effort: fc.constantFrom('S', 'M', 'L'),
  outcome: fc.constantFrom(...OUTCOMES),
});

const scorecardArbitrary = fc.array(
  checkArbitrary as fc.Arbitrary<ScoredCheck>,
  { minLength: 3, maxLength: 14 },
);

const ratioScorecardArbitrary = fc.array(
  fc
    .tuple(
      checkArbitrary as fc.Arbitrary<ScoredCheck>,
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([check, value]) => ({ ...check, value })),
  { minLength: 1, maxLength: 14 },
);

/** What fast-check has to say about a property that does not hold. */
function reportOf<T>(property: fc.IProperty<T>): string | undefined {
  return fc.defaultReportMessage(fc.check(property, { numRuns: 3_000 }));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

function weightOf(checks: ScoredCheck[]): number {
  return checks
    .filter(check => check.outcome !== 'not_applicable')
    .reduce((sum, check) => sum + check.weight, 0);
}

function passing(checks: ScoredCheck[], ids: string[]): ScoredCheck[] {
  return checks.map(check =>
    ids.includes(check.id) ? { ...check, outcome: 'pass', value: 1 } : check,
  );
}

/** Holds when no turn of one outcome makes the score compare wrongly. */
function everyTurn(
  from: Outcome[],
  to: Outcome,
  isRight: (before: ScorecardScore, after: ScorecardScore) => boolean,
) {
  return fc.property(scorecardArbitrary, checks => {
    const before = scoreScorecard(checks);
    return checks
      .filter(check => from.includes(check.outcome))
      .every(turned =>
        isRight(
          before,
          scoreScorecard(
            checks.map(check =>
              check === turned ? { ...check, outcome: to } : check,
            ),
          ),
        ),
      );
  });
}

function isNotHigher(before: ScorecardScore, after: ScorecardScore): boolean {
  return (
    after.points!.low <= before.points!.low &&
    levelRank(after.level) <= levelRank(before.level)
  );
}

describe('properties of scoring', () => {
  it('has a range from low to high', () => {
    const property = fc.property(ratioScorecardArbitrary, checks => {
      const { points } = scoreScorecard(checks);
      return (
        !points ||
        (points.low >= 0 &&
          points.low <= points.high &&
          points.high <= 100 + 1e-9)
      );
    });
    expect(reportOf(property)).toBeUndefined();
  });

  it('never falls by a pass', () => {
    const property = everyTurn(['unknown', 'fail'], 'pass', (before, after) =>
      isNotHigher(after, before),
    );
    expect(reportOf(property)).toBeUndefined();
  });

  it('never rises by hiding a failure', () => {
    const property = everyTurn(['fail'], 'unknown', isNotHigher);
    expect(reportOf(property)).toBeUndefined();
  });

  it('never rises by switching off a scanner that passes', () => {
    const property = everyTurn(['pass'], 'unknown', isNotHigher);
    expect(reportOf(property)).toBeUndefined();
  });

  it('gives no points for a waiver', () => {
    const property = everyTurn(
      ['waived'],
      'fail',
      (before, after) => after.points!.low === before.points!.low,
    );
    expect(reportOf(property)).toBeUndefined();
  });

  it('adds up: the score and all gains are 100', () => {
    const property = fc.property(ratioScorecardArbitrary, checks => {
      const { points } = scoreScorecard(checks);
      const gains = checks
        .map(check => gainOf(check, checks))
        .reduce((sum, gain) => sum + gain, 0);
      return isClose(gains + (points?.low ?? 0), points ? 100 : 0);
    });
    expect(reportOf(property)).toBeUndefined();
  });

  it('adds up: stages weighted by what applies are the score', () => {
    const property = fc.property(ratioScorecardArbitrary, checks => {
      const total = weightOf(checks);
      fc.pre(total > 0);
      const sum = STAGES.map(stage => {
        const share = weightOf(checks.filter(check => check.stage === stage));
        return ((scoreStage(checks, stage)?.low ?? 0) * share) / total;
      }).reduce((a, b) => a + b, 0);
      return isClose(sum, scoreScorecard(checks).points!.low);
    });
    expect(reportOf(property)).toBeUndefined();
  });

  it('keeps the promise of its plan', () => {
    const property = fc.property(ratioScorecardArbitrary, checks => {
      const before = scoreScorecard(checks);
      const { steps, result } = nextLevelPlan(checks);
      const after = scoreScorecard(
        passing(
          checks,
          steps.map(step => step.check.id),
        ),
      );
      const gained = steps.reduce((sum, step) => sum + step.gain, 0);
      return (
        result.level === after.level &&
        result.points?.low === after.points?.low &&
        (!before.nextLevel ||
          levelRank(after.level) >= levelRank(before.nextLevel)) &&
        (!before.points ||
          isClose(after.points!.low, before.points.low + gained))
      );
    });
    expect(reportOf(property)).toBeUndefined();
  });

  it('plans no step that could be left out of the next level', () => {
    const property = fc.property(scorecardArbitrary, checks => {
      const { nextLevel } = scoreScorecard(checks);
      fc.pre(nextLevel !== undefined);
      const ids = nextLevelPlan(checks).steps.map(step => step.check.id);
      return ids.every(left => {
        const others = ids.filter(id => id !== left);
        const after = scoreScorecard(passing(checks, others));
        return levelRank(after.level) < levelRank(nextLevel!);
      });
    });
    expect(reportOf(property)).toBeUndefined();
  });
});
