import {
  ScoreChanges,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, LivePanel, PanelForbidden, useNow } from '@synchrony/ui';
import { useEntityHistory, useScoreChanges } from '../../api';
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
  return (
    <LivePanel
      live={live}
      subject="Causes"
      height={HEIGHT}
      forbidden={<PanelForbidden title="You can't see why it changed." />}
    >
      {changes => <CauseTable {...rest} changes={changes} />}
    </LivePanel>
  );
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
