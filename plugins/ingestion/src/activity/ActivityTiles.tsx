import { IngestionActivity } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, RelativeTime } from '@synchrony/ui';
import { formatMilliseconds } from '../health/format';
import { ActivityTile } from './ActivityTile';
import styles from './activity.module.css';

/** What arrived in the last 24 hours, and what waits now. */
export function ActivityTiles(props: { activity: IngestionActivity }) {
  const { activity } = props;
  const { processing, oldestQuarantinedAt, oldestWaitingAt } = activity;
  return (
    <dl className={styles.tiles}>
      <ActivityTile
        title="Received, 24 h"
        count={activity.received}
        link={{ href: '?within=24h', text: 'Show received' }}
      >
        from {formatCount(activity.entities, 'component')}
        {activity.isLowerBound && ', or more'}
      </ActivityTile>
      <ActivityTile
        title="Processed"
        count={activity.processed}
        link={{
          href: '?outcome=processed&within=24h',
          text: 'Show processed',
        }}
      >
        complete scans
        {processing && (
          <>
            <br />
            median {formatMilliseconds(processing.medianMs)}, slowest{' '}
            {formatMilliseconds(processing.longestMs)}
          </>
        )}
      </ActivityTile>
      <ActivityTile
        title="Partial"
        count={activity.partial}
        link={{ href: '?outcome=partial&within=24h', text: 'Show partial' }}
      >
        resolved nothing
      </ActivityTile>
      <ActivityTile
        title="Not applied"
        count={activity.notApplied}
        link={{
          href: '?outcome=not_applied&within=24h',
          text: 'Show not applied',
        }}
      >
        older, or no evidence
      </ActivityTile>
      <ActivityTile
        title="Rejected"
        count={activity.rejected + activity.failed}
        link={{
          href: '?outcome=rejected&outcome=failed&within=24h',
          text: 'Show rejected',
        }}
      >
        {activity.failed > 0
          ? `${activity.failed} of them failed`
          : 'the submitter sees why'}
      </ActivityTile>
      <ActivityTile
        title="In quarantine now"
        count={activity.quarantined}
        link={{ href: '?outcome=quarantined', text: 'Show quarantined' }}
      >
        {oldestQuarantinedAt ? (
          <>
            oldest <RelativeTime at={oldestQuarantinedAt} />
          </>
        ) : (
          'none that you may see'
        )}
      </ActivityTile>
      <ActivityTile
        title="Waiting now"
        count={activity.waiting}
        link={{ href: '?outcome=waiting', text: 'Show waiting' }}
      >
        {oldestWaitingAt ? (
          <>
            oldest <RelativeTime at={oldestWaitingAt} />
          </>
        ) : (
          'none that you may see'
        )}
      </ActivityTile>
    </dl>
  );
}
