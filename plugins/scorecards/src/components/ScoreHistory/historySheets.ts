import { ScoreChanges } from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';
import { causeText } from '../../model/causes';
import { ScoreStep } from '../../model/scoreSteps';

/** Score and level by time, oldest first, as a sheet. */
export function stepSheet(
  scorecardId: string,
  steps: readonly ScoreStep[],
): (string | number)[][] {
  return [
    ['From', 'Until', 'Level', 'Score', 'Scorecard'],
    ...steps.map(step => [
      new Date(step.since).toISOString(),
      new Date(step.until).toISOString(),
      levelLabel(step.level),
      step.score ?? '',
      `${scorecardId} v${step.version}`,
    ]),
  ];
}

/** Causes, oldest first, as a sheet; points add up to the difference. */
export function causeSheet({ causes }: ScoreChanges): (string | number)[][] {
  return [
    ['When', 'Check', 'Id', 'What', 'Before', 'After', 'Points', 'Levels'],
    ...causes.map(cause => [
      cause.at ?? '',
      cause.title ?? '',
      cause.checkId ?? '',
      causeText(cause),
      cause.before?.reason ?? '',
      cause.after?.reason ?? '',
      cause.scoreTenths / 10,
      cause.levels,
    ]),
  ];
}
