import { useApi } from '@backstage/frontend-plugin-api';
import { PanelError, PanelLoading, useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
import { ActivityTiles } from './ActivityTiles';

/** Reports come in bursts; the counts need not follow each of them. */
const SIGNAL_GAP_MS = 5_000;

/** The counts of the last 24 hours, live. */
export function ActivityPanel() {
  const api = useApi(ingestionApiRef);
  const live = useLiveData({
    key: 'activity',
    load: () => api.getActivity(),
    signalGapMs: SIGNAL_GAP_MS,
    ...useConcerns(),
  });
  const tiles = live.value && <ActivityTiles activity={live.value} />;
  if (live.error) {
    return (
      <PanelError
        title="Counts unavailable"
        error={live.error}
        failedAt={live.failedAt ?? new Date()}
        lastGoodAt={live.loadedAt}
        retrySeconds={live.retrySeconds}
        isRetrying={live.isLoading}
        onRetry={live.reload}
      >
        {tiles}
      </PanelError>
    );
  }
  return tiles ?? <PanelLoading what="the counts" height={96} />;
}
