import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount } from '@synchrony/ui';
import { TEAM_STATUS_WORDS } from '../../words';
import styles from '../team.module.css';

const DAY_MS = 24 * 60 * 60_000;

function daysOver(reviewAt: string | undefined): number {
  return reviewAt
    ? Math.floor((Date.now() - Date.parse(reviewAt)) / DAY_MS)
    : 0;
}

/** Where a team stands, and by how much its review is overdue. */
export function StatusChip(props: { team: Team }) {
  const { isStale, reviewAt, status } = props.team;
  const days = daysOver(reviewAt);
  return (
    <>
      <span className={styles.badge}>{TEAM_STATUS_WORDS[status]}</span>
      {isStale && (
        <span className={`${styles.badge} ${styles.stale}`}>
          Review overdue{days > 0 && ` by ${formatCount(days, 'day')}`}
        </span>
      )}
    </>
  );
}
