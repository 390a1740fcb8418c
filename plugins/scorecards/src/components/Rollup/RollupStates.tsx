import { EntityRollup } from '@synchrony/backstage-plugin-scorecards-common';
import {
  LiveData,
  PanelEmpty,
  PanelError,
  PanelForbidden,
  PanelLoading,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { isForbidden } from '../../api';

/** A roll-up in each of its states. */
export function RollupStates(props: {
  live: LiveData<EntityRollup>;
  height: number;
  children: (rollup: EntityRollup) => ReactNode;
}) {
  const { live, height, children } = props;
  const { value, error } = live;
  if (error && isForbidden(error)) {
    return (
      <PanelForbidden title="You can't see scorecards.">
        Ask the administrators of this portal for the right to read them.
      </PanelForbidden>
    );
  }
  const content =
    value &&
    (value.total === 0 ? (
      <PanelEmpty title="No component belongs to this">
        Components that you may see appear here once they are in the catalog and
        a scorecard covers them.
      </PanelEmpty>
    ) : (
      children(value)
    ));
  if (error) {
    return (
      <PanelError
        title="Security data unavailable"
        error={error}
        failedAt={live.failedAt ?? new Date()}
        onRetry={live.reload}
        isRetrying={live.isLoading}
        retrySeconds={live.retrySeconds}
        lastGoodAt={live.loadedAt}
      >
        {content}
      </PanelError>
    );
  }
  return content ?? <PanelLoading what="the roll-up" height={height} />;
}
