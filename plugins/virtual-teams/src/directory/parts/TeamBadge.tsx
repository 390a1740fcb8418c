import { TeamStatus } from '@synchrony/backstage-plugin-virtual-teams-common';
import { TEAM_STATUS_WORDS } from '../../words';
import styles from './parts.module.css';

const LOOKS: Partial<Record<TeamStatus, string>> = {
  active: styles.active,
  paused: styles.paused,
  closing: styles.closing,
};

/** Where a team stands, or that its review is overdue. */
export function TeamBadge(props: { status: TeamStatus; isStale?: boolean }) {
  const { isStale = false, status } = props;
  return isStale ? (
    <span className={`${styles.badge} ${styles.stale}`}>Review overdue</span>
  ) : (
    <span className={`${styles.badge} ${LOOKS[status] ?? ''}`}>
      {TEAM_STATUS_WORDS[status]}
    </span>
  );
}
