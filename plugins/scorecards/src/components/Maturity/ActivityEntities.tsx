import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { MaturityActivity } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelError, PanelLoading, useLiveData } from '@synchrony/ui';
import { useState } from 'react';
import { maturityApiRef } from '../../api';
import { useChosenScorecard } from '../ScorecardChoice';
import styles from './Maturity.module.css';

const POLL_MS = 5 * 60_000;

/** The components of an activity, those where evidence is missing first. */
export function ActivityEntities(props: {
  model: string;
  activity: MaturityActivity;
  within?: string;
}) {
  const { activity, model, within } = props;
  const api = useApi(maturityApiRef);
  const [supported, setSupported] = useState(
    activity.supported === activity.applicable,
  );
  const [cursor, setCursor] = useState<string>();
  const query = {
    model,
    activity: activity.id,
    within,
    scorecard: useChosenScorecard(),
    supported,
    cursor,
  };
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getMaturityEntities(query),
    pollMs: POLL_MS,
  });
  const show = (next: boolean) => {
    setSupported(next);
    setCursor(undefined);
  };
  if (live.error) {
    return (
      <PanelError
        title="Components unavailable"
        error={live.error}
        failedAt={live.failedAt ?? new Date()}
        onRetry={live.reload}
        isRetrying={live.isLoading}
        retrySeconds={live.retrySeconds}
      />
    );
  }
  if (!live.value) {
    return <PanelLoading what="the components" height={96} />;
  }
  const { items, pageInfo } = live.value;
  const missing = activity.applicable - activity.supported;
  return (
    <div className={styles.entities}>
      <div className={styles.buttons}>
        <Button
          size="small"
          variant={supported ? 'tertiary' : 'secondary'}
          isDisabled={missing === 0}
          onPress={() => show(false)}
        >
          {`Not supported, ${missing}`}
        </Button>
        <Button
          size="small"
          variant={supported ? 'secondary' : 'tertiary'}
          isDisabled={activity.supported === 0}
          onPress={() => show(true)}
        >
          {`Supported, ${activity.supported}`}
        </Button>
      </div>
      <ul>
        {items.map(({ entityRef }) => (
          <li key={entityRef}>
            <EntityRefLink
              entityRef={entityRef}
              defaultKind="component"
              hideIcon
            />
          </li>
        ))}
      </ul>
      {(cursor || pageInfo.nextCursor) && (
        <div className={styles.buttons}>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!cursor}
            onPress={() => setCursor(undefined)}
          >
            First page
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!pageInfo.nextCursor}
            onPress={() => setCursor(pageInfo.nextCursor)}
          >
            Next page
          </Button>
        </div>
      )}
    </div>
  );
}
