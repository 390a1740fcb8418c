import { useRouteRef } from '@backstage/frontend-plugin-api';
import { QueueHealth } from '@synchrony/backstage-plugin-ingestion-common';
import { RelativeTime } from '@synchrony/ui';
import { ActivityTile } from '../activity/ActivityTile';
import { ingestionRouteRef } from '../routes';
import styles from './health.module.css';

/** How many reports are where. */
export function QueueTiles({ health }: { health: QueueHealth }) {
  const page = useRouteRef(ingestionRouteRef)?.();
  const { lastDay, lastHour, queue, workers } = health;
  const rows = (status: string) =>
    page ? `${page}/activity?status=${status}` : undefined;
  const link = (status: string, text: string) => {
    const href = rows(status);
    return href ? { href, text } : undefined;
  };
  return (
    <dl className={styles.tiles}>
      <ActivityTile
        title="Waiting now"
        count={queue.waiting}
        link={link('received', 'Show waiting')}
      >
        {queue.isLowerBound && 'or more; '}
        {queue.oldestWaitingSince ? (
          <>
            oldest <RelativeTime at={queue.oldestWaitingSince} />
          </>
        ) : (
          'none waits'
        )}
      </ActivityTile>
      <ActivityTile
        title="Being processed"
        count={queue.processing}
        link={link('processing', 'Show those')}
      >
        {workers.busy} of {workers.size} threads busy in the replica that
        answered
      </ActivityTile>
      <ActivityTile title="To be tried again" count={queue.retrying}>
        of those that wait
      </ActivityTile>
      <ActivityTile title="Finished, last hour" count={lastHour.finished}>
        {lastHour.isLowerBound ? 'or more; ' : ''}
        {lastHour.finished > 0
          ? `about ${perMinute(lastHour.finished)} a minute`
          : 'none was sent, or none came through'}
      </ActivityTile>
      <ActivityTile
        title="Failed, 24 h"
        count={lastDay.failed}
        link={link('failed', 'Show failed')}
      >
        no fault of the report
      </ActivityTile>
      <ActivityTile
        title="Rejected, 24 h"
        count={lastDay.rejected}
        link={link('rejected', 'Show rejected')}
      >
        the submitter sees why
      </ActivityTile>
    </dl>
  );
}

function perMinute(anHour: number): string {
  const rate = anHour / 60;
  return rate < 10 ? String(Number(rate.toFixed(1))) : rate.toFixed(0);
}
