import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  EntityHistory,
  ScoreCause,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatExactTime,
  LiveData,
  PanelEmpty,
  PanelError,
  PanelLoading,
} from '@synchrony/ui';
import { useRef, useState } from 'react';
import { scoreMarkers, scoreSteps } from '../../model/scoreSteps';
import { stepSheet } from './historySheets';
import { ScoreChart } from './ScoreChart';
import styles from './ScoreHistory.module.css';
import { ScoreTable } from './ScoreTable';

const HEIGHT = 260;

interface ScoreTrendProps {
  history: LiveData<EntityHistory>;
  scorecardId: string;
  causes: ScoreCause[];
  from: number;
  to: number;
}

function Known(props: ScoreTrendProps & { value: EntityHistory }) {
  const { value, scorecardId, causes, from, to } = props;
  const picture = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const steps = scoreSteps(value.scores, scorecardId, from, to);
  if (steps.length === 0) {
    return (
      <PanelEmpty title="Nothing is recorded in this time">
        Choose a later one; history begins with the first evaluation.
      </PanelEmpty>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <ToggleButtonGroup
          aria-label="History shown as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[isTable ? 'table' : 'chart']}
          onSelectionChange={([key]) => setTable(key === 'table')}
        >
          <ToggleButton id="chart">Chart</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
        <ExportButtons
          name="score-history"
          rows={() => stepSheet(scorecardId, steps)}
          picture={{
            title: 'Score and level',
            notes: [
              `${value.entityRef} · scorecard ${scorecardId} · ${formatExactTime(from)} to ${formatExactTime(to)}`,
              'Score above, level below; dashed lines mark where rules changed, and waivers.',
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        {isTable ? (
          <ScoreTable steps={steps} />
        ) : (
          <ScoreChart
            steps={steps}
            markers={scoreMarkers(steps, causes)}
            from={from}
            to={to}
          />
        )}
      </div>
    </>
  );
}

/** How score and level went, as a chart or a table. */
export function ScoreTrend(props: ScoreTrendProps) {
  const { history } = props;
  const { value, error } = history;
  const known = value && <Known {...props} value={value} />;
  return (
    <section className={styles.card} aria-labelledby="score-trend">
      <h2 id="score-trend">Score and level</h2>
      {error ? (
        <PanelError
          title="History unavailable"
          error={error}
          failedAt={history.failedAt ?? new Date()}
          onRetry={history.reload}
          isRetrying={history.isLoading}
          retrySeconds={history.retrySeconds}
          lastGoodAt={history.loadedAt}
        >
          {known}
        </PanelError>
      ) : (
        (known ?? <PanelLoading what="the history" height={HEIGHT} />)
      )}
    </section>
  );
}
