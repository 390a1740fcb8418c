import {
  levelRank,
  ScoreCauseKind,
  scoreScorecard,
  scoreTenths,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LedgerCheck, LedgerEntry } from './types';

/** A cause of a change, with its part in it. */
export interface Cause {
  kind: ScoreCauseKind;
  at: number;
  before?: LedgerCheck;
  after?: LedgerCheck;
  was?: string;
  is?: string;
  scoreTenths: number;
  levels: number;
}

interface Standing {
  tenths: number;
  rank: number;
}

function standingOf(checks: readonly LedgerCheck[]): Standing {
  const { level, points } = scoreScorecard(checks);
  return { tenths: scoreTenths(points), rank: levelRank(level) };
}

/** Tenths of a point and levels of an entry; 0 where nothing covers it. */
export function standingOfEntry({ checks, level }: LedgerEntry): Standing {
  const standing = standingOf(checks);
  return level === undefined
    ? standing
    : { ...standing, rank: levelRank(level) };
}

function partOf(before: Standing, after: Standing) {
  return {
    scoreTenths: after.tenths - before.tenths,
    levels: after.rank - before.rank,
  };
}

function isSame(before: LedgerCheck, after: LedgerCheck): boolean {
  return (
    before.outcome === after.outcome &&
    before.unknownReason === after.unknownReason &&
    !isRedefined(before, after)
  );
}

function isRedefined(before: LedgerCheck, after: LedgerCheck): boolean {
  return (
    before.definition.version !== after.definition.version ||
    before.requiredFor !== after.requiredFor
  );
}

function kindOf(
  before: LedgerCheck | undefined,
  after: LedgerCheck | undefined,
): ScoreCauseKind {
  if (!before) {
    return 'check_added';
  }
  if (!after) {
    return 'check_removed';
  }
  if (isRedefined(before, after)) {
    return 'check_changed';
  }
  if ([before.outcome, after.outcome].includes('not_applicable')) {
    return 'applicability';
  }
  if (after.outcome === 'waived') {
    return 'waiver_began';
  }
  if (before.outcome === 'waived') {
    return 'waiver_ended';
  }
  return after.outcome === 'unknown' && after.unknownReason === 'stale'
    ? 'evidence_expired'
    : 'outcome';
}

function replaced(
  checks: readonly LedgerCheck[],
  before: LedgerCheck | undefined,
  after: LedgerCheck | undefined,
): LedgerCheck[] {
  const others = checks.filter(check => check !== before);
  return after ? [...others, after] : others;
}

/** Changes the checks one by one, so that the parts add up exactly. */
function explainChecks(before: LedgerEntry, after: LedgerEntry): Cause[] {
  const causes: Cause[] = [];
  const olds = new Map(before.checks.map(check => [check.id, check]));
  const news = new Map(after.checks.map(check => [check.id, check]));
  let checks: LedgerCheck[] = before.checks;
  let standing = standingOf(checks);
  for (const id of new Set([...news.keys(), ...olds.keys()])) {
    const [old, now] = [olds.get(id), news.get(id)];
    if (!old || !now || !isSame(old, now)) {
      checks = replaced(checks, old, now);
      const next = standingOf(checks);
      causes.push({
        kind: kindOf(old, now),
        at: after.since,
        before: old,
        after: now,
        ...partOf(standing, next),
      });
      standing = next;
    }
  }
  return causes;
}

function explainStep(before: LedgerEntry, after: LedgerEntry): Cause[] {
  const [old, now] = [before.definition, after.definition];
  if (!old && !now) {
    return [];
  }
  const versions = {
    ...(old && { was: String(old.version) }),
    ...(now && { is: String(now.version) }),
  };
  if (!old || !now) {
    return [
      {
        kind: now ? 'covered' : 'uncovered',
        at: after.since,
        ...versions,
        ...partOf(standingOfEntry(before), standingOfEntry(after)),
      },
    ];
  }
  const none = { at: after.since, scoreTenths: 0, levels: 0 };
  const checks = explainChecks(before, after);
  const whole = partOf(standingOfEntry(before), standingOfEntry(after));
  const held =
    whole.levels - checks.reduce((sum, { levels }) => sum + levels, 0);
  return [
    ...(old.version === now.version
      ? []
      : [{ kind: 'definition_activated' as const, ...versions, ...none }]),
    ...(before.tier === after.tier
      ? []
      : [{ kind: 'tier' as const, was: before.tier, is: after.tier, ...none }]),
    ...checks,
    ...(held === 0 ? [] : [{ ...none, kind: 'grace' as const, levels: held }]),
  ];
}

/**
 * The causes that lead from the first entry to the last, oldest first. Their
 * parts add up exactly to the difference of the two, in tenths of a point and
 * in levels.
 */
export function explain(timeline: readonly LedgerEntry[]): Cause[] {
  return timeline.flatMap((entry, index) =>
    index === 0 ? [] : explainStep(timeline[index - 1], entry),
  );
}

function asOutsidersSee({ level: _, ...entry }: LedgerEntry): LedgerEntry {
  return {
    ...entry,
    checks: entry.checks.map(({ unknownReason: _hidden, ...check }) =>
      check.definition.sensitive === true &&
      check.outcome !== 'pass' &&
      check.outcome !== 'not_applicable'
        ? { ...check, outcome: 'fail', needsAttention: true }
        : check,
    ),
  };
}

/**
 * The same for those who may not see what stands behind a scorecard: the
 * difference of what they see at the two moments. What hidden outcomes did to
 * the level, which all see, is one cause without a name.
 */
export function explainForOutsiders(
  from: LedgerEntry,
  to: LedgerEntry,
): Cause[] {
  const causes = explain([asOutsidersSee(from), asOutsidersSee(to)]);
  const whole = partOf(standingOfEntry(from), standingOfEntry(to));
  const rest = causes.reduce(
    (sum, cause) => ({
      scoreTenths: sum.scoreTenths - cause.scoreTenths,
      levels: sum.levels - cause.levels,
    }),
    whole,
  );
  return rest.scoreTenths === 0 && rest.levels === 0
    ? causes
    : [...causes, { kind: 'withheld', at: to.since, ...rest }];
}
