import { holdLevel } from '@synchrony/backstage-plugin-scorecards-common';
import { StoredScore } from '../store/results';
import { EvaluatedScorecard } from './evaluateScorecard';

const DAY_MS = 86_400_000;

/**
 * A scorecard with the level that is shown, which may be one that was lost not
 * long ago. A change of the scorecard takes it away at once.
 *
 * @param at - when what was evaluated became so
 */
export function withGrace(
  evaluated: EvaluatedScorecard,
  before: StoredScore | undefined,
  at: number,
): EvaluatedScorecard {
  const { checks, definition, score } = evaluated;
  const graceMs = (definition.graceDays ?? 0) * DAY_MS;
  if (graceMs === 0 || before?.scorecard_version !== definition.version) {
    return evaluated;
  }
  const { level, losing, until } = holdLevel({
    checks,
    earned: score.level,
    before: {
      level: before.level,
      losing: JSON.parse(before.losing ?? '{}'),
    },
    at,
    graceMs,
  });
  return until === undefined
    ? evaluated
    : { ...evaluated, score: { ...score, level }, atRisk: { losing, until } };
}
