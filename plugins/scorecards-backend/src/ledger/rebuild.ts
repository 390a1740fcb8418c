import {
  EvidenceItem,
  nextLevelPlan,
  Outcome,
  scoreScorecard,
  targetLevel,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  EvaluatedCheck,
  EvaluatedScorecard,
} from '../evaluation/evaluateScorecard';
import { writeAges } from '../rules/relativeTime';
import { decodeOutcomes } from './outcomeCodes';
import {
  LedgerCheck,
  LedgerEntry,
  LedgerRow,
  ResolvedScorecard,
} from './types';

/** With what an outcome began. */
export interface KnownResult {
  checkId: string;
  checkVersion: number;
  outcome: Outcome;
  since: number;
  /** The first that was known of the check; it may have been so before. */
  isFirst: boolean;
  reason: string;
  evidence: EvidenceItem[];
}

/** What a stored row says, by the versions of definitions that were valid. */
export function toEntry(
  row: LedgerRow,
  { definition, checks }: ResolvedScorecard,
): LedgerEntry {
  const marks = decodeOutcomes(row.outcomes);
  return {
    since: row.since,
    definition,
    ...(row.tier !== null && { tier: row.tier }),
    level: row.level,
    checks: checks.flatMap(({ definition: check, ...required }, index) => {
      const mark = marks[index];
      if (!mark) {
        return [];
      }
      const { isSooner, ...outcome } = mark;
      return {
        id: check.id,
        stage: check.stage,
        weight: WEIGHTS[check.weight],
        requiredFor: isSooner ? required.soonerFor : required.requiredFor,
        waivable: check.waivable,
        effort: check.effort,
        definition: check,
        ...outcome,
      };
    }),
  };
}

/**
 * Entries in the order of time, with one without a scorecard wherever it did
 * not cover the entity.
 */
export function toTimeline(
  rows: readonly LedgerRow[],
  scorecardOf: (version: number) => ResolvedScorecard,
): LedgerEntry[] {
  return rows.flatMap((row, index): LedgerEntry[] => {
    const entry = toEntry(row, scorecardOf(row.scorecard_version));
    const next = rows.at(index + 1);
    const isEnd = row.ended_at !== null && (!next || next.since > row.ended_at);
    return isEnd ? [entry, { since: row.ended_at ?? 0, checks: [] }] : [entry];
  });
}

/** With what the outcome of a check began, as of a time; ages are as of then. */
export function resultOf<R extends KnownResult>(
  { definition, outcome }: LedgerCheck,
  results: readonly R[],
  time: number,
): R | undefined {
  const found = results
    .filter(
      result =>
        result.checkId === definition.id &&
        result.checkVersion === definition.version &&
        result.outcome === outcome &&
        (result.since <= time || result.isFirst),
    )
    .sort((a, b) => b.since - a.since)
    .at(0);
  return (
    found && {
      ...found,
      reason: writeAges(found.reason, new Date(found.since)),
    }
  );
}

/** The scorecard of an entry, scored as it was then. */
export function toEvaluated(
  {
    checks,
    definition,
    level,
    since,
    tier,
  }: LedgerEntry & {
    definition: NonNullable<LedgerEntry['definition']>;
  },
  results: readonly KnownResult[],
  time: number = since,
): EvaluatedScorecard {
  const evaluated = checks.map((check): EvaluatedCheck => {
    const { definition: compiled, unknownReason, ...scored } = check;
    const known = resultOf(check, results, time);
    return {
      ...scored,
      compiled: { definition: compiled },
      result: {
        outcome: check.outcome,
        unknownReason,
        reason: known?.reason ?? '',
        evidence: known?.evidence ?? [],
      },
    };
  });
  const score = scoreScorecard(evaluated);
  return {
    definition,
    checks: evaluated,
    waiting: [],
    score: level === undefined ? score : { ...score, level },
    plan: nextLevelPlan(evaluated),
    target: targetLevel(evaluated, definition.targetByTier, tier),
  };
}
