import { WEIGHTS, WeightWord } from '../types';
import { levelProgress, targetLevel } from './levels';
import { nextLevelPlan } from './nextLevelPlan';
import {
  gainOf,
  roundForDisplay,
  scoreScorecard,
  scoreStage,
} from './scoreScorecard';
import { ScoredCheck } from './types';

function check(
  id: string,
  weight: WeightWord,
  requiredFor: ScoredCheck['requiredFor'],
  waivable: boolean,
  outcome: ScoredCheck['outcome'],
): ScoredCheck {
  return {
    id,
    stage: id.split('.')[0] as ScoredCheck['stage'],
    weight: WEIGHTS[weight],
    requiredFor,
    waivable,
    outcome,
    effort: 'M',
  };
}

/** The worked example of the specification: a tier-2 serverless service. */
function example(sast: ScoredCheck['outcome']): ScoredCheck[] {
  return [
    check('plan.owner-group', 'high', 'bronze', false, 'pass'),
    check('plan.risk-classified', 'medium', 'bronze', false, 'pass'),
    check('code.secrets-scan', 'high', 'bronze', false, 'pass'),
    check('code.no-live-secrets', 'critical', 'bronze', false, 'pass'),
    check('design.threat-model', 'high', 'silver', true, 'pass'),
    check('code.sast-active', 'high', 'silver', true, sast),
    check('deploy.image-scan', 'high', 'silver', true, 'not_applicable'),
    check('build.sbom', 'medium', 'silver', true, 'waived'),
    check('build.provenance-l2', 'high', 'gold', true, 'fail'),
    check('test.security-tests', 'medium', 'gold', true, 'pass'),
  ];
}

describe('the worked example', () => {
  it('is Bronze at 68 (68–80) with 88 % evidence before the SAST report', () => {
    expect(scoreScorecard(example('unknown'))).toEqual({
      points: { low: 68, high: 80, evidencePct: 88 },
      level: 'bronze',
      nextLevel: 'silver',
      waivers: 1,
      tieredPct: 100 + (100 * 7.5) / 20,
    });
  });

  it('is Silver with one waiver at 80 after it', () => {
    expect(scoreScorecard(example('pass'))).toMatchObject({
      points: { low: 80, high: 80, evidencePct: 100 },
      level: 'silver',
      nextLevel: 'gold',
      waivers: 1,
    });
  });

  it('gains 16, 12 or 8 points by weight', () => {
    const checks = example('unknown');
    const gains = new Map(
      checks.map(item => [
        item.weight,
        gainOf({ ...item, outcome: 'fail' }, checks),
      ]),
    );
    expect(gains.get(WEIGHTS.critical)).toBe(16);
    expect(gains.get(WEIGHTS.high)).toBe(12);
    expect(gains.get(WEIGHTS.medium)).toBe(8);
  });

  it('plans the SAST scan, and promises Silver at 80', () => {
    const plan = nextLevelPlan(example('unknown'));
    expect(plan.steps.map(({ check: { id }, gain }) => [id, gain])).toEqual([
      ['code.sast-active', 12],
    ]);
    expect(plan.result).toEqual(scoreScorecard(example('pass')));
  });

  it('scores stages by their own checks', () => {
    const checks = example('unknown');
    expect(scoreStage(checks, 'code')).toEqual({
      low: 70,
      high: 100,
      evidencePct: 70,
    });
    expect(scoreStage(checks, 'deploy')).toBeUndefined();
  });

  it('says how much of the next level is done', () => {
    expect(levelProgress(example('unknown'), 'silver')).toEqual({
      met: 2,
      waived: 1,
      required: 3,
    });
  });
});

describe('levels', () => {
  it('gives no score when nothing applies', () => {
    const nothing = [
      check('plan.a', 'high', 'bronze', false, 'not_applicable'),
    ];
    expect(scoreScorecard(nothing)).toEqual({
      points: undefined,
      level: 'unrated',
      nextLevel: undefined,
      waivers: 0,
    });
    expect(nextLevelPlan(nothing).steps).toEqual([]);
  });

  it('is unrated below 40 % of evidence, and rated at 40 %', () => {
    const at = (known: number) =>
      scoreScorecard([
        { ...check('plan.a', 'high', 'bronze', false, 'pass'), weight: known },
        {
          ...check('plan.b', 'high', undefined, false, 'unknown'),
          weight: 100 - known,
        },
      ]).level;
    expect(at(39.99)).toBe('unrated');
    expect(at(40)).toBe('bronze');
  });

  it('passes over a level without requirements and does not hand it out', () => {
    const checks = [
      check('plan.a', 'high', 'bronze', false, 'pass'),
      check('plan.b', 'high', 'gold', false, 'not_applicable'),
      check('plan.c', 'high', 'platinum', false, 'pass'),
    ];
    expect(scoreScorecard(checks).level).toBe('platinum');
    expect(scoreScorecard(checks.slice(0, 2))).toMatchObject({
      level: 'bronze',
      nextLevel: undefined,
    });
  });

  it('lets no waiver stand for a check that is not waivable', () => {
    expect(
      scoreScorecard([check('plan.a', 'high', 'bronze', false, 'waived')])
        .level,
    ).toBe('none');
    expect(
      scoreScorecard([check('plan.a', 'high', 'bronze', true, 'waived')]).level,
    ).toBe('bronze');
  });

  it('allows no waiver at all on Platinum', () => {
    const checks = [
      check('plan.a', 'high', 'bronze', true, 'waived'),
      check('plan.b', 'high', 'platinum', true, 'pass'),
    ];
    expect(scoreScorecard(checks).level).toBe('bronze');
    const plan = nextLevelPlan(checks);
    expect(plan.steps.map(step => step.check.id)).toEqual(['plan.a']);
    expect(plan.result.level).toBe('platinum');
  });

  it('leads an unrated entity to enough evidence', () => {
    const plan = nextLevelPlan([
      check('plan.a', 'low', 'bronze', false, 'pass'),
      check('plan.b', 'critical', undefined, false, 'unknown'),
      check('plan.c', 'critical', undefined, false, 'unknown'),
    ]);
    expect(plan.steps).toHaveLength(1);
    expect(plan.result.level).toBe('bronze');
  });

  it('counts ratio checks by their value', () => {
    const checks: ScoredCheck[] = [
      { ...check('plan.a', 'high', 'bronze', false, 'pass'), value: 0.5 },
      check('plan.b', 'high', undefined, false, 'fail'),
    ];
    expect(scoreScorecard(checks).points).toEqual({
      low: 25,
      high: 25,
      evidencePct: 100,
    });
    expect(gainOf(checks[0], checks)).toBe(25);
  });

  it('aims at what the tier asks for, as far as checks of it apply', () => {
    const targets = { 'tier-1': 'gold', 'tier-3': 'bronze' } as const;
    const checks = example('pass');
    expect(targetLevel(checks, targets, 'tier-1')).toBe('gold');
    expect(targetLevel(checks.slice(0, 8), targets, 'tier-1')).toBe('silver');
    expect(targetLevel(checks, targets, 'tier-3')).toBe('bronze');
    expect(targetLevel(checks, targets, 'tier-4')).toBeUndefined();
    expect(targetLevel(checks, targets, undefined)).toBeUndefined();
  });

  it('rounds to one decimal for people only', () => {
    expect(roundForDisplay((100 * 42.5) / 55)).toBe(77.3);
  });
});
