import {
  Outcome,
  Stage,
  STAGE_SHARES,
  STAGES,
  StageShare,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EvaluatedCheck } from '../evaluation/evaluateScorecard';
import { asOutsidersSee } from '../evaluation/redact';

/** A column with the weight of the checks of a stage that came out so. */
export type StageColumn = `${Stage}_${StageShare}`;

/** Null where a row was stored before there were such columns. */
export type StageWeights = Record<StageColumn, number | null>;

export function stageColumn(stage: Stage, share: StageShare): StageColumn {
  return `${stage}_${share}`;
}

/** Every column of {@link StageWeights}. */
export const STAGE_COLUMNS: StageColumn[] = STAGES.flatMap(stage =>
  STAGE_SHARES.map(share => stageColumn(stage, share)),
);

/**
 * Weights as outsiders see them, so that a roll-up is the same for everybody
 * and nothing can be computed back from it.
 */
export function stageWeights(checks: readonly EvaluatedCheck[]): StageWeights {
  const weights = Object.fromEntries(
    STAGE_COLUMNS.map(column => [column, 0]),
  ) as Record<StageColumn, number>;
  for (const check of checks) {
    const { outcome } = asOutsidersSee(check);
    if (isShare(outcome)) {
      weights[stageColumn(check.stage, outcome)] += check.weight;
    }
  }
  return weights;
}

function isShare(outcome: Outcome): outcome is StageShare {
  return STAGE_SHARES.some(share => share === outcome);
}
