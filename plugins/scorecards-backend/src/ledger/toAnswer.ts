import {
  ScoreCause,
  ScoreCauseSide,
  scoreScorecard,
  ScoreStanding,
  scoreTenths,
  targetLevel,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Cause } from './explain';
import { KnownResult, resultOf } from './rebuild';
import { LedgerCheck, LedgerEntry } from './types';

export function toStanding(entry: LedgerEntry, time: number): ScoreStanding {
  const { points, level } = scoreScorecard(entry.checks);
  const target =
    entry.definition &&
    targetLevel(entry.checks, entry.definition.targetByTier, entry.tier);
  return {
    time: new Date(time).toISOString(),
    ...(entry.definition && {
      level: entry.level ?? level,
      scorecardVersion: entry.definition.version,
    }),
    scoreTenths: scoreTenths(points),
    ...(target && { targetLevel: target }),
  };
}

function toSide(
  check: LedgerCheck,
  known: KnownResult | undefined,
): ScoreCauseSide {
  return {
    outcome: check.outcome,
    ...(check.unknownReason && { unknownReason: check.unknownReason }),
    ...(check.needsAttention && { needsAttention: true }),
    checkVersion: check.definition.version,
    weight: check.weight,
    ...(check.requiredFor && { requiredFor: check.requiredFor }),
    ...(known && { reason: known.reason, evidence: known.evidence }),
  };
}

/**
 * A cause as it is answered.
 *
 * @param results - with what outcomes began; undefined for those who may not
 *   see that, who are not told the time either
 */
export function toCause(
  { at, before, after, ...cause }: Cause,
  results: readonly KnownResult[] | undefined,
): ScoreCause {
  const check = after ?? before;
  return {
    kind: cause.kind,
    ...(results && { at: new Date(at).toISOString() }),
    ...(check && {
      checkId: check.definition.id,
      title: check.definition.title,
    }),
    ...(before && {
      before: toSide(before, results && resultOf(before, results, at - 1)),
    }),
    ...(after && {
      after: toSide(after, results && resultOf(after, results, at)),
    }),
    ...(cause.was !== undefined && { was: cause.was }),
    ...(cause.is !== undefined && { is: cause.is }),
    scoreTenths: cause.scoreTenths,
    levels: cause.levels,
  };
}
