import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RollupHistory } from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  LivePanel,
  PanelEmpty,
  PanelForbidden,
} from '@synchrony/ui';
import { useRef, useState } from 'react';
import { useRollupHistory } from '../../api';
import { dayText, trendOf } from '../../model/trend';
import { useChosenScorecard } from '../ScorecardChoice';
import styles from './Portfolio.module.css';
import { TrendChart } from './TrendChart';
import { trendSheet } from './trendSheet';
import { TrendTable } from './TrendTable';
import { WeekChange } from './WeekChange';

const HEIGHT = 200;
const WHAT =
  'Daily, in percent of each tier’s components · a missing day is a gap, and history is never restated after a rule change';

function Known(props: { history: RollupHistory; entityRef?: string }) {
  const { entityRef, history } = props;
  const { points, scorecardId, withheld } = history;
  const picture = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const trend = trendOf(points);
  if (withheld) {
    return (
      <PanelForbidden title="You can't see the trend.">
        It counts components that are not visible to you.
      </PanelForbidden>
    );
  }
  if (!trend) {
    return (
      <PanelEmpty title="No snapshot yet">
        One is taken every day; the trend begins with the first.
      </PanelEmpty>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <ToggleButtonGroup
          aria-label="Trend shown as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[isTable ? 'table' : 'chart']}
          onSelectionChange={([key]) => setTable(key === 'table')}
        >
          <ToggleButton id="chart">Chart</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
        <ExportButtons
          name="scorecards-trend"
          rows={() => trendSheet(history)}
          picture={{
            title: 'Share at target',
            notes: [
              `${entityRef ?? 'All components'} · scorecard ${scorecardId} · ${dayText(trend.first)} to ${dayText(trend.last)} (UTC)`,
              WHAT,
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        {isTable ? (
          <TrendTable points={points} />
        ) : (
          <TrendChart trend={trend} />
        )}
      </div>
      <WeekChange
        points={points}
        filter={entityRef ? { within: entityRef } : {}}
      />
    </>
  );
}

/** Share at target by tier since the first snapshot; of everything without a ref. */
export function TrendCard(props: { entityRef?: string }) {
  const history = useRollupHistory(props.entityRef, useChosenScorecard());
  return (
    <section className={styles.card} aria-labelledby="portfolio-trend">
      <h2 id="portfolio-trend">Share at target</h2>
      <p className={styles.sub}>{WHAT} </p>
      <LivePanel
        live={history}
        subject="Trend"
        height={HEIGHT}
        forbidden={<PanelForbidden title="You can't see the trend." />}
      >
        {value => <Known history={value} entityRef={props.entityRef} />}
      </LivePanel>
    </section>
  );
}
