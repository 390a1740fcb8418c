import {
  CheckView,
  Level,
  Points,
  scorePoints,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EvaluatedCheck, EvaluatedScorecard } from './evaluateScorecard';

/**
 * Whether an outsider sees only that the check needs attention: whether it
 * fails, is waived or is not known at all stays hidden.
 */
function needsAttention(check: EvaluatedCheck): boolean {
  return (
    check.compiled.definition.sensitive === true &&
    check.outcome !== 'pass' &&
    check.outcome !== 'not_applicable'
  );
}

/** A check with the outcome that outsiders see. */
export function asOutsidersSee(check: EvaluatedCheck): EvaluatedCheck {
  return needsAttention(check) ? { ...check, outcome: 'fail' } : check;
}

/**
 * Points as outsiders see them. They are computed from the outcomes that
 * outsiders see, so that no hidden outcome can be computed back from them.
 */
export function publicPoints(
  checks: readonly EvaluatedCheck[],
): Points | undefined {
  return scorePoints(checks.map(asOutsidersSee));
}

/**
 * The share of evidence as outsiders see it. Beside "unrated" it is withheld:
 * what is hidden counts as known in it, so that it would contradict the level.
 */
export function publicEvidencePct(
  level: Level,
  points: Points | undefined,
): number | undefined {
  return level === 'unrated' ? undefined : points?.evidencePct;
}

/** Waivers as outsiders see them. */
export function publicWaivers(checks: readonly EvaluatedCheck[]): number {
  return checks.map(asOutsidersSee).filter(check => check.outcome === 'waived')
    .length;
}

function redactCheck(view: CheckView, check: EvaluatedCheck): CheckView {
  const {
    unknownReason: _unknownReason,
    reason: _reason,
    evidence: _evidence,
    evidenceAt: _evidenceAt,
    staleAt: _staleAt,
    waivedUntil: _waivedUntil,
    gain: _gain,
    since: _since,
    rows: _rows,
    ...open
  } = view;
  return {
    ...open,
    outcome: asOutsidersSee(check).outcome,
    ...(needsAttention(check) && { needsAttention: true }),
    redacted: true,
  };
}

/** The same scorecard for those who may not see what stands behind it. */
export function redactScorecard(
  view: ScorecardView,
  { checks }: EvaluatedScorecard,
): ScorecardView {
  const points = publicPoints(checks);
  const evidencePct = publicEvidencePct(view.level, points);
  const {
    nextLevelProgress: _progress,
    plan: _plan,
    planResult: _planResult,
    scoreHigh: _scoreHigh,
    evidencePct: _evidencePct,
    ...open
  } = view;
  return {
    ...open,
    ...(points && { scoreHigh: points.high }),
    ...(evidencePct !== undefined && { evidencePct }),
    waivers: publicWaivers(checks),
    stages: view.stages.map(({ stage }) => ({
      stage,
      outcomes: checks
        .filter(check => check.stage === stage)
        .map(check => asOutsidersSee(check).outcome)
        .filter(outcome => outcome !== 'not_applicable'),
    })),
    checks: view.checks.map((check, index) =>
      redactCheck(check, checks[index]),
    ),
    redacted: true,
  };
}
