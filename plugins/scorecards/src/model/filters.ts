import {
  CheckView,
  ScorecardView,
  Stage,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';
import { blockingChecks, checksWith } from './checks';
import { stageLabel } from './labels';

/** Which checks a table shows. */
export const CHECK_FILTERS = [
  'blocking',
  'fail',
  'unknown',
  'waived',
  'all',
] as const;

/** @see {@link CHECK_FILTERS} */
export type CheckFilter = (typeof CHECK_FILTERS)[number];

/** A group of rows under a heading. */
export interface CheckGroup {
  id: string;
  title: string;
  note: string;
  checks: CheckView[];
}

/** Checks that a filter lets through, in their order. */
export function filteredChecks(
  scorecard: ScorecardView,
  filter: CheckFilter,
): CheckView[] {
  switch (filter) {
    case 'blocking':
      return blockingChecks(scorecard);
    case 'all':
      return scorecard.checks;
    default:
      return checksWith(scorecard, filter);
  }
}

/** The filter in an address; what blocks the next level when it names none. */
export function parseCheckFilter(
  value: string | null,
  scorecard: ScorecardView,
): CheckFilter {
  const known = CHECK_FILTERS.find(filter => filter === value);
  if (known && !(known === 'blocking' && !scorecard.nextLevel)) {
    return known;
  }
  return blockingChecks(scorecard).length > 0 ? 'blocking' : 'all';
}

function blockingGroup(
  scorecard: ScorecardView,
  shown: Set<CheckView>,
): CheckGroup[] {
  const checks = blockingChecks(scorecard).filter(check => shown.has(check));
  const { nextLevel, plan } = scorecard;
  if (checks.length === 0 || !nextLevel) {
    return [];
  }
  return [
    {
      id: 'blocking',
      title:
        scorecard.level === 'unrated'
          ? `On the way to ${levelLabel(nextLevel)}`
          : `Blocks ${levelLabel(nextLevel)}`,
      note: plan ? 'sorted by effort, then gain' : '',
      checks,
    },
  ];
}

function stageGroup(
  stage: Stage,
  scorecard: ScorecardView,
  shown: Set<CheckView>,
  above: Set<CheckView>,
): CheckGroup[] {
  const ofStage = scorecard.checks.filter(check => check.stage === stage);
  const checks = ofStage.filter(check => shown.has(check) && !above.has(check));
  if (checks.length === 0) {
    return [];
  }
  const passed = ofStage.filter(check => check.outcome === 'pass').length;
  const applicable = ofStage.filter(
    check => check.outcome !== 'not_applicable',
  ).length;
  const shownAbove = ofStage.filter(check => above.has(check)).length;
  return [
    {
      id: stage,
      title: stageLabel(stage),
      note: [
        ...(applicable > 0 ? [`${passed} of ${applicable} pass`] : []),
        ...(shownAbove > 0 ? [`${shownAbove} shown above`] : []),
      ].join(', '),
      checks,
    },
  ];
}

/** The rows of the table: what blocks the next level first, then by stage. */
export function checkGroups(options: {
  scorecard: ScorecardView;
  filter: CheckFilter;
  stage?: Stage;
}): CheckGroup[] {
  const { scorecard, filter, stage } = options;
  const shown = new Set(
    filteredChecks(scorecard, filter).filter(
      check => !stage || check.stage === stage,
    ),
  );
  const blocking = blockingGroup(scorecard, shown);
  const above = new Set(blocking.flatMap(group => group.checks));
  return [
    ...blocking,
    ...STAGES.flatMap(each => stageGroup(each, scorecard, shown, above)),
  ];
}
