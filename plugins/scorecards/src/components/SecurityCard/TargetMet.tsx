import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, levelLabel, PanelNotice } from '@synchrony/ui';

/** The target is met; says what the next level would still need. */
export function TargetMet(props: { scorecard: ScorecardView }) {
  const { targetLevel, nextLevel, plan } = props.scorecard;
  return (
    <PanelNotice tone="info">
      <strong>
        Nothing blocks the target
        {targetLevel && `, ${levelLabel(targetLevel)}`}.
      </strong>{' '}
      {nextLevel &&
        plan &&
        plan.length > 0 &&
        `${levelLabel(nextLevel)} needs ${formatCount(
          plan.length,
          'more check',
        )}.`}
    </PanelNotice>
  );
}
