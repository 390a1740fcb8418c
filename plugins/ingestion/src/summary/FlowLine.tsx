import { useApi } from '@backstage/frontend-plugin-api';
import { FindingFlow } from '@synchrony/backstage-plugin-ingestion-common';
import {
  formatNumber,
  formatPercent,
  TextLink,
  useLiveData,
} from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
import { writeFilter } from '../filter';
import styles from './summary.module.css';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many findings were closed lately, and how many of them in time. */
export function FlowLine({ entityRef }: { entityRef: string }) {
  const api = useApi(ingestionApiRef);
  const live = useLiveData({
    key: entityRef,
    load: () => api.getFlow(entityRef),
    ...useConcerns(entityRef),
  });
  if (live.error) {
    return <p className={styles.flow}>What was closed is unknown now.</p>;
  }
  return live.value ? <Flow flow={live.value} /> : null;
}

function Flow({ flow }: { flow: FindingFlow }) {
  const { closed, closedInTime } = flow.total;
  const days = `${daysOf(flow)} d`;
  if (closed === 0) {
    return <p className={styles.flow}>None closed in {days}</p>;
  }
  return (
    <p className={styles.flow}>
      <TextLink href={`?${writeFilter({ status: 'resolved' })}`}>
        {formatNumber(closed)} closed
      </TextLink>{' '}
      in {days}, {formatNumber(closedInTime)} in time{' '}
      <span className={styles.share}>
        ({formatPercent((closedInTime / closed) * 100)})
      </span>
    </p>
  );
}

/** Both the first and the last day count. */
function daysOf({ since, until }: FindingFlow): number {
  return Math.round((Date.parse(until) - Date.parse(since)) / DAY_MS) + 1;
}
