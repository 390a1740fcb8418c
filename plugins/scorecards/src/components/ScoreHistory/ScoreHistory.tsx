import {
  ScoreChanges,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  LiveData,
  PanelError,
  PanelForbidden,
  PanelLoading,
  useNow,
} from '@synchrony/ui';
import { isForbidden, useEntityHistory, useScoreChanges } from '../../api';
import { momentsOf } from '../../model/historyRange';
import { EvidenceButton } from '../Evidence';
import { CauseTable } from './CauseTable';
import { RangePicker } from './RangePicker';
import styles from './ScoreHistory.module.css';
import { ScoreTrend } from './ScoreTrend';
import { useHistoryRange } from './useHistoryRange';

const HEIGHT = 160;

interface ScoreHistoryProps {
  entityRef: string;
  scorecard: ScorecardView;
  openCheckId?: string;
  onOpen: (checkId: string) => void;
  openers: Map<string, HTMLButtonElement>;
}

function Causes(props: ScoreHistoryProps & { live: LiveData<ScoreChanges> }) {
  const { live, ...rest } = props;
  const { value, error } = live;
  const known = value && <CauseTable {...rest} changes={value} />;
  if (error && isForbidden(error)) {
    return <PanelForbidden title="You can't see why it changed." />;
  }
  if (error) {
    return (
      <PanelError
        title="Causes unavailable"
        error={error}
        failedAt={live.failedAt ?? new Date()}
        onRetry={live.reload}
        isRetrying={live.isLoading}
        retrySeconds={live.retrySeconds}
        lastGoodAt={live.loadedAt}
      >
        {known}
      </PanelError>
    );
  }
  return known ?? <PanelLoading what="the causes" height={HEIGHT} />;
}

/** How a score went, and why it changed between two days. */
export function ScoreHistory(props: ScoreHistoryProps) {
  const { entityRef, scorecard } = props;
  const now = useNow().getTime();
  const [range, setRange] = useHistoryRange(now);
  const moments = momentsOf(range, now);
  const history = useEntityHistory(entityRef);
  const changes = useScoreChanges(entityRef, scorecard.id, moments);
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <RangePicker range={range} now={now} onChange={setRange} />
        <EvidenceButton entityRef={entityRef} day={range.to} />
      </div>
      <ScoreTrend
        history={history}
        scorecardId={scorecard.id}
        causes={changes.value?.causes ?? []}
        from={Date.parse(moments.from)}
        to={moments.to ? Date.parse(moments.to) : now}
      />
      <section className={styles.card} aria-labelledby="score-causes">
        <h2 id="score-causes">Why did it change?</h2>
        <Causes {...props} live={changes} />
      </section>
    </div>
  );
}
