import { useApi } from '@backstage/frontend-plugin-api';
import { LivePanel, PanelEmpty, useLiveData } from '@synchrony/ui';
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
  return (
    <LivePanel
      live={live}
      subject="Counts"
      height={96}
      forbidden={<PanelEmpty title="You may not see counts of reports" />}
    >
      {activity => <ActivityTiles activity={activity} />}
    </LivePanel>
  );
}
