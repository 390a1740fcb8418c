import {
  EARNED_LEVELS,
  nextLevelPlan,
  scoreScorecard,
  STAGES,
  targetLevel,
  WEIGHTS,
  WeightWord,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CheckDefinition, ScorecardDefinition } from '../definitions/types';
import {
  EvaluatedCheck,
  EvaluatedScorecard,
} from '../evaluation/evaluateScorecard';
import { LedgerOutcome } from '../ledger/outcomeCodes';
import { ResolvedScorecard } from '../ledger/types';

/** A number from 0 to below 1; the same seed gives the same ones. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

export function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)];
}

/** A check of the tests: only what scoring looks at differs. */
export function testCheck(
  id: string,
  overrides: Partial<CheckDefinition> = {},
): CheckDefinition {
  return {
    kind: 'check',
    id,
    version: 1,
    title: `Check ${id}`,
    stage: 'code',
    weight: 'high',
    effort: 'S',
    waivable: true,
    rationale: 'Why',
    action: 'Do it.',
    remediation: 'How',
    noDataBecause: 'Nothing is known.',
    passWhen: 'true',
    passBecause: 'It is so.',
    failBecause: 'It is not so.',
    ...overrides,
  };
}

export function testScorecard(
  version: number,
  checks: ResolvedScorecard['checks'],
): ResolvedScorecard {
  const definition: ScorecardDefinition = {
    kind: 'scorecard',
    id: 'test',
    version,
    title: 'Test',
    appliesTo: { kind: ['Component'] },
    targetByTier: { 'tier-1': 'gold', 'tier-2': 'silver' },
    checks: checks.map(({ definition: { id, version: of }, requiredFor }) => ({
      check: `${id}@${of}`,
      ...(requiredFor && { requiredFor }),
    })),
  };
  return { definition, checks };
}

/** Versions of a scorecard, each with some checks of the one before. */
export function randomScorecards(
  random: () => number,
  versions: number,
): ResolvedScorecard[] {
  const scorecards: ResolvedScorecard[] = [];
  for (let version = 1; version <= versions; version += 1) {
    const kept = (scorecards.at(-1)?.checks ?? []).filter(() => random() < 0.8);
    const added = Array.from({ length: 2 + Math.floor(random() * 5) }, () => ({
      definition: testCheck(`c${Math.floor(random() * 20)}`, {
        version,
        stage: pick(STAGES, random),
        weight: pick(Object.keys(WEIGHTS) as WeightWord[], random),
        waivable: random() < 0.7,
        sensitive: random() < 0.3,
      }),
      requiredFor: pick([...EARNED_LEVELS, undefined], random),
    }));
    const byId = new Map(
      [...kept, ...added].map(check => [check.definition.id, check]),
    );
    scorecards.push(testScorecard(version, [...byId.values()]));
  }
  return scorecards;
}

const NO_DATA: LedgerOutcome = { outcome: 'unknown', unknownReason: 'no_data' };

/** What a check of the tests can come to; passing is likelier. */
export const TEST_OUTCOMES: LedgerOutcome[] = [
  { outcome: 'pass' },
  { outcome: 'pass' },
  { outcome: 'fail' },
  { outcome: 'not_applicable' },
  { outcome: 'waived' },
  { outcome: 'unknown', unknownReason: 'no_data' },
  { outcome: 'unknown', unknownReason: 'stale' },
];

/** A scorecard of the tests with these outcomes; the others have no data. */
export function evaluateTest(
  { checks, definition }: ResolvedScorecard,
  outcomes: Map<string, LedgerOutcome>,
  tier: string | undefined,
): EvaluatedScorecard {
  const evaluated = checks.map(
    ({ definition: check, requiredFor }): EvaluatedCheck => {
      const outcome = outcomes.get(check.id) ?? NO_DATA;
      return {
        id: check.id,
        stage: check.stage,
        weight: WEIGHTS[check.weight],
        requiredFor,
        waivable: check.waivable,
        effort: check.effort,
        outcome: outcome.outcome,
        compiled: { definition: check },
        result: { ...outcome, reason: '', evidence: [] },
      };
    },
  );
  return {
    definition,
    checks: evaluated,
    waiting: [],
    score: scoreScorecard(evaluated),
    plan: nextLevelPlan(evaluated),
    target: targetLevel(evaluated, definition.targetByTier, tier),
  };
}
