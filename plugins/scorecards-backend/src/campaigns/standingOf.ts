import {
  levelRank,
  MissingCheck,
  Outcome,
  Standing,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Goal, GoalCheck, ScopedEntity } from './types';

/** Where an entity stands, and what it lacks. */
export interface EntityStanding {
  entity: ScopedEntity;
  standing: Standing;
  missing: MissingCheck[];
  missingLevel?: Goal['level'];
}

/** The outcome that everybody may see (ADR 18). */
function publicOutcome(check: GoalCheck, entity: ScopedEntity): Outcome {
  const outcome = entity.outcomes.get(check.id) ?? 'unknown';
  const isHidden =
    check.sensitive && outcome !== 'pass' && outcome !== 'not_applicable';
  return isHidden ? 'fail' : outcome;
}

function levelOutcome(
  level: NonNullable<Goal['level']>,
  entity: ScopedEntity,
): Outcome {
  if (entity.level === 'unrated') {
    return 'unknown';
  }
  if (levelRank(entity.level) < levelRank(level)) {
    return 'fail';
  }
  return entity.waivers > 0 ? 'waived' : 'pass';
}

/** The worst of the parts decides; what applies to nothing is no pass. */
function standingOfOutcomes(outcomes: readonly Outcome[]): Standing {
  if (outcomes.includes('fail')) {
    return 'failing';
  }
  if (outcomes.includes('unknown')) {
    return 'unknown';
  }
  if (outcomes.includes('waived')) {
    return 'waived';
  }
  return outcomes.includes('pass') ? 'passed' : 'not_applicable';
}

/**
 * Where an entity stands on a day. An exemption hides whatever else holds, a
 * pass too: what is exempt is never counted as passed (ADR 17).
 */
export function standingOf(
  goal: Goal,
  entity: ScopedEntity,
  today: number,
): EntityStanding {
  const checks = goal.checks.map(check => ({
    check,
    outcome: publicOutcome(check, entity),
  }));
  const level = goal.level && levelOutcome(goal.level, entity);
  const isExempt =
    entity.exemptUntil !== undefined && entity.exemptUntil >= today;
  return {
    entity,
    standing: isExempt
      ? 'exempt'
      : standingOfOutcomes([
          ...checks.map(({ outcome }) => outcome),
          ...(level ? [level] : []),
        ]),
    missing: checks
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown')
      .map(({ check, outcome }) => ({
        checkId: check.id,
        title: check.title,
        outcome,
        ...(check.sensitive && { needsAttention: true }),
      })),
    ...((level === 'fail' || level === 'unknown') && {
      missingLevel: goal.level,
    }),
  };
}
