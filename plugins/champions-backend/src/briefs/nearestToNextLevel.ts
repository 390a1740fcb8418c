import { BriefFigures } from '@synchrony/backstage-plugin-champions-common';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';

/** The component with the fewest steps to its next level, where that is known. */
export function nearestToNextLevel(
  rows: readonly EntityScoreRow[],
): BriefFigures['nextLevel'] {
  const [nearest] = rows
    .flatMap(({ entityRef, nextLevel, planSteps }) =>
      nextLevel !== undefined && planSteps !== undefined && planSteps > 0
        ? [{ entityRef, level: nextLevel, steps: planSteps }]
        : [],
    )
    .sort(
      (one, other) =>
        one.steps - other.steps || (one.entityRef < other.entityRef ? -1 : 1),
    );
  return nearest;
}
