import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel, OutcomeCount, OutcomeName } from '@synchrony/ui';
import { shownOutcome } from '../../model/outcome';
import {
  CHECK_FILTERS,
  CheckFilter,
  filteredChecks,
} from '../../model/filters';
import styles from './ScorecardContent.module.css';

function filterLabel(filter: CheckFilter, scorecard: ScorecardView): string {
  const { nextLevel, level } = scorecard;
  switch (filter) {
    case 'blocking':
      if (!nextLevel) {
        return 'Blocking';
      }
      return level === 'unrated'
        ? `To ${levelLabel(nextLevel)}`
        : `Blocks ${levelLabel(nextLevel)}`;
    case 'fail':
      return scorecard.redacted ? 'Failed, needs attention' : 'Failed';
    case 'unknown':
      return 'Unknown';
    case 'waived':
      return 'Waived';
    default:
      return 'All';
  }
}

const COUNTED: OutcomeName[] = [
  'pass',
  'fail',
  'needs_attention',
  'unknown',
  'waived',
  'not_applicable',
];

function countOf(outcome: OutcomeName, scorecard: ScorecardView): number {
  return scorecard.checks.filter(check => shownOutcome(check) === outcome)
    .length;
}

/** Filters of the table, each with its number, and the outcomes in all. */
export function CheckToolbar(props: {
  scorecard: ScorecardView;
  filter: CheckFilter;
  onFilter: (filter: CheckFilter) => void;
}) {
  const { scorecard, filter, onFilter } = props;
  const filters = CHECK_FILTERS.filter(
    each => each !== 'blocking' || scorecard.nextLevel,
  );
  return (
    <div className={styles.toolbar}>
      <ToggleButtonGroup
        aria-label="Checks to show"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={([key]) => {
          const chosen = filters.find(each => each === key);
          if (chosen) {
            onFilter(chosen);
          }
        }}
      >
        {filters.map(each => (
          <ToggleButton key={each} id={each} size="small">
            {`${filterLabel(each, scorecard)} ${
              filteredChecks(scorecard, each).length
            }`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles.counts} role="group" aria-label="Outcomes">
        {COUNTED.map(outcome => ({
          outcome,
          count: countOf(outcome, scorecard),
        }))
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <OutcomeCount key={outcome} outcome={outcome} count={count} />
          ))}
      </div>
    </div>
  );
}
