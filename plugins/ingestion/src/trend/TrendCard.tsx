import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import { RiLineChartLine, RiTableLine } from '@remixicon/react';
import {
  FindingsTrend,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  PanelError,
  PanelLoading,
  severityLabel,
  useLiveData,
} from '@synchrony/ui';
import { useState } from 'react';
import { ingestionApiRef, useConcerns } from '../api';
import { CONTROL_LABELS } from '../words';
import { dayWords } from './dayWords';
import { openGaps } from './model';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';
import styles from './trend.module.css';

const HEIGHT = 170;

/** Open findings of an entity over the last days, as a chart or as a table. */
export function TrendCard({ entityRef }: { entityRef: string }) {
  const api = useApi(ingestionApiRef);
  const [isTable, setTable] = useState(false);
  const live = useLiveData({
    key: entityRef,
    load: () => api.getTrend(entityRef),
    ...useConcerns(entityRef),
  });
  const trend = live.value;
  const content = trend && (
    <>
      {isTable ? <TrendTable trend={trend} /> : <TrendChart trend={trend} />}
      {!isTable && <Legend trend={trend} />}
      <Notes trend={trend} />
    </>
  );
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          Open findings{trend && `, ${trend.days.length} days`}
        </h2>
        {trend && (
          <Button
            size="small"
            variant="secondary"
            iconStart={
              isTable ? (
                <RiLineChartLine aria-hidden="true" />
              ) : (
                <RiTableLine aria-hidden="true" />
              )
            }
            onPress={() => setTable(!isTable)}
          >
            {isTable ? 'Chart' : 'Table'}
          </Button>
        )}
      </div>
      {live.error ? (
        <PanelError
          title="Trend unavailable"
          error={live.error}
          failedAt={live.failedAt ?? new Date()}
          lastGoodAt={live.loadedAt}
          retrySeconds={live.retrySeconds}
          isRetrying={live.isLoading}
          onRetry={live.reload}
        >
          {content}
        </PanelError>
      ) : (
        (content ?? <PanelLoading what="the trend" height={HEIGHT} />)
      )}
    </Card>
  );
}

/** From the top of the stack to its bottom. */
function Legend({ trend }: { trend: FindingsTrend }) {
  const shown = SEVERITIES.filter(severity =>
    trend.days.some(({ open }) => open && open[severity] > 0),
  );
  return (
    <ul className={styles.legend} aria-label="From top to bottom">
      {shown.map(severity => (
        <li key={severity}>
          <svg width={10} height={10} aria-hidden="true">
            <rect width={10} height={10} className={styles[severity]} />
          </svg>
          {severityLabel(severity)}
        </li>
      ))}
    </ul>
  );
}

/** What a reader must know to judge the numbers. */
function Notes({ trend }: { trend: FindingsTrend }) {
  const gaps = openGaps(trend).map(
    ({ controlType, from, tool }) =>
      `no complete ${tool ?? CONTROL_LABELS[controlType]} scan since ${dayWords(from)}`,
  );
  return (
    <>
      {gaps.length > 0 && (
        <p className={styles.note}>Hatched: {gaps.join('; ')}.</p>
      )}
      {trend.workedOutUntil && (
        <p className={styles.note}>
          Until {dayWords(trend.workedOutUntil)} worked out later, with the
          severities of today.
        </p>
      )}
    </>
  );
}
