import { useApi } from '@backstage/frontend-plugin-api';
import { Card } from '@backstage/ui';
import { QueueHealth } from '@synchrony/backstage-plugin-ingestion-common';
import {
  LivePanel,
  PanelEmpty,
  PanelNotice,
  RelativeTime,
  useLiveData,
  useNow,
} from '@synchrony/ui';
import { healthApiRef } from '../api';
import { DurationsTable } from './DurationsTable';
import { QueueHistoryPanel } from './QueueHistoryPanel';
import { QueueTiles } from './QueueTiles';
import { RetentionText } from './RetentionText';
import { symptomsOf } from './symptoms';
import panel from '../panel/panel.module.css';
import styles from './health.module.css';

const POLL_MS = 15_000;

/** The queue of reports, as those see it who run ingestion. */
export function QueuePanel() {
  const api = useApi(healthApiRef);
  const live = useLiveData({
    key: 'queue',
    load: () => api.getQueueHealth(),
    pollMs: POLL_MS,
  });
  return (
    <Card>
      <LivePanel
        inset
        live={live}
        subject="Health of the queue"
        height={240}
        forbidden={
          <PanelEmpty title="The queue is for those who run ingestion">
            AppSec and administrators see it. What became of your own reports is
            under Activity.
          </PanelEmpty>
        }
      >
        {live.value && <Content health={live.value} />}
      </LivePanel>
    </Card>
  );
}

function Content({ health }: { health: QueueHealth }) {
  const symptoms = symptomsOf(health, useNow());
  return (
    <>
      <div className={panel.head}>
        <div>
          <h2 className={panel.title}>Queue</h2>
          <span className={panel.quiet}>
            all replicas, as of <RelativeTime at={health.asOf} />
          </span>
        </div>
        <Verdict health={health} isWell={symptoms.length === 0} />
      </div>
      {symptoms.length > 0 && (
        <ul className={`${panel.plain} ${panel.pad} ${styles.symptoms}`}>
          {symptoms.map(({ advice, title }) => (
            <li key={title}>
              <PanelNotice tone="warning">
                <strong>{title}.</strong> {advice}
              </PanelNotice>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.section}>
        <QueueTiles health={health} />
      </div>
      <div className={styles.section}>
        <QueueHistoryPanel />
      </div>
      <DurationsTable lastHour={health.lastHour} />
      <RetentionText health={health} />
    </>
  );
}

function Verdict({ health, isWell }: { health: QueueHealth; isWell: boolean }) {
  if (!isWell) {
    return (
      <span className={`${panel.tag} ${panel.warning}`}>Needs attention</span>
    );
  }
  // Where nothing came through, nothing is proved either.
  return health.lastHour.finished === 0 ? (
    <span className={panel.tag}>Nothing finished in an hour</span>
  ) : (
    <span className={`${panel.tag} ${panel.good}`}>Nothing is wrong</span>
  );
}
