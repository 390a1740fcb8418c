import {
  CheckView,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel, outcomeLabel } from '@synchrony/ui';
import { stageLabel, unknownLabel } from '../../model/labels';
import { shownOutcome } from '../../model/outcome';

const HEADER = [
  'Component',
  'Scorecard',
  'Evaluated at',
  'Check',
  'Id',
  'Stage',
  'Outcome',
  'Why unknown',
  'Since',
  'Reason',
  'Evidence',
  'Evidence at',
  'Waived until',
  'Weight',
  'Gain',
  'Required for',
];

function evidenceText({ evidence = [] }: CheckView): string {
  return evidence
    .map(({ title, value }) => `${title}: ${value ?? 'not told'}`)
    .join('; ');
}

/** Checks as a sheet; what the viewer may not see is empty. */
export function checkSheet(
  entityRef: string,
  scorecard: ScorecardView,
  checks: readonly CheckView[],
): (string | number)[][] {
  const { computedAt, id, version } = scorecard;
  return [
    HEADER,
    ...checks.map(check => [
      entityRef,
      `${id} v${version}`,
      computedAt,
      check.title,
      check.id,
      stageLabel(check.stage),
      outcomeLabel(shownOutcome(check)),
      check.unknownReason ? unknownLabel(check.unknownReason) : '',
      check.since ?? '',
      check.reason ?? '',
      evidenceText(check),
      check.evidenceAt ?? '',
      check.waivedUntil ?? '',
      check.weight,
      check.gain ?? '',
      check.requiredFor ? levelLabel(check.requiredFor) : '',
    ]),
  ];
}
