import { formatCount, PanelNotice } from '@synchrony/ui';
import { ProblemList } from '../ProblemList';
import { DryRunResult } from './DryRunResult';
import { DryRunState } from './useDryRun';

/** What came of a dry run, by scorecard, or why nothing did. */
export function DryRunOutcome(props: { dryRun: DryRunState }) {
  const { failure, result } = props.dryRun;
  return (
    <>
      <div role="status">
        {failure && <PanelNotice tone="warning">{failure}</PanelNotice>}
        {result && result.problems.length > 0 && (
          <PanelNotice tone="warning">
            Nothing was evaluated.
            <ProblemList problems={result.problems} />
          </PanelNotice>
        )}
        {result &&
          result.problems.length === 0 &&
          result.scorecards.length === 0 && (
            <PanelNotice tone="info">
              No scorecard would change: none has these checks.
            </PanelNotice>
          )}
      </div>
      {result?.withheld !== undefined && (
        <PanelNotice tone="info">
          {formatCount(result.withheld, 'component')} left out: you may not see
          what stands behind their scores.
        </PanelNotice>
      )}
      {result?.scorecards.map(scorecard => (
        <DryRunResult
          key={scorecard.id}
          scorecard={scorecard}
          asOf={result.asOf}
        />
      ))}
    </>
  );
}
