import { EntityRollup } from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, LivePanel, PanelEmpty, PanelPartial } from '@synchrony/ui';
import { ReactNode } from 'react';
import { ScorecardsForbidden } from '../ScorecardsForbidden';

function Nothing({ rollup }: { rollup: EntityRollup }) {
  return rollup.scopeUnknown ? (
    <PanelPartial>
      What this virtual team works on can’t be asked now, so nothing is counted:
      unknown, not good.
    </PanelPartial>
  ) : (
    <PanelEmpty title="No component belongs to this">
      Components that you may see appear here once they are in the catalog and a
      scorecard covers them.
    </PanelEmpty>
  );
}

/** A roll-up in each of its states. */
export function RollupStates(props: {
  live: LiveData<EntityRollup>;
  height: number;
  children: (rollup: EntityRollup) => ReactNode;
}) {
  const { live, height, children } = props;
  return (
    <LivePanel
      live={live}
      subject="Security data"
      height={height}
      forbidden={<ScorecardsForbidden />}
    >
      {rollup =>
        rollup.total === 0 ? <Nothing rollup={rollup} /> : children(rollup)
      }
    </LivePanel>
  );
}
