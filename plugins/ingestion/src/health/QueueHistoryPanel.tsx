import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiBarChartLine, RiTableLine } from '@remixicon/react';
import { LivePanel, PanelForbidden, useLiveData } from '@synchrony/ui';
import { useState } from 'react';
import { healthApiRef } from '../api';
import { QueueChart } from './QueueChart';
import { QueueTable } from './QueueTable';
import styles from './queueChart.module.css';

const HEIGHT = 220;

/** What went through the queue in 24 hours, as a chart or as a table. */
export function QueueHistoryPanel() {
  const api = useApi(healthApiRef);
  const [isTable, setTable] = useState(false);
  const live = useLiveData({
    key: 'queue-history',
    load: () => api.getQueueHistory(),
  });
  return (
    <section aria-labelledby="queue-history">
      <div className={styles.head}>
        <h3 id="queue-history" className={styles.heading}>
          Reports by the hour, 24 h
        </h3>
        <Button
          size="small"
          variant="secondary"
          iconStart={
            isTable ? (
              <RiBarChartLine aria-hidden="true" />
            ) : (
              <RiTableLine aria-hidden="true" />
            )
          }
          onPress={() => setTable(!isTable)}
        >
          {isTable ? 'Chart' : 'Table'}
        </Button>
      </div>
      <LivePanel
        live={live}
        subject="Reports by the hour"
        height={HEIGHT}
        forbidden={<PanelForbidden title="You may not see the queue." />}
      >
        {({ hours }) =>
          isTable ? <QueueTable hours={hours} /> : <QueueChart hours={hours} />
        }
      </LivePanel>
    </section>
  );
}
