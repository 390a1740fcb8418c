import {
  LIVE_WAIVER_STATUSES,
  WaiverStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  RiFlagLine,
  RiHourglassLine,
  RiTimerLine,
  RiSubtractLine,
} from '@remixicon/react';
import { WAIVER_STATUS_LABELS } from './words';
import styles from './waivers.module.css';

function look(status: WaiverStatus) {
  if (status === 'active') {
    return { tone: styles.active, Icon: RiFlagLine };
  }
  if (status === 'expiring') {
    return { tone: styles.expiring, Icon: RiTimerLine };
  }
  return LIVE_WAIVER_STATUSES.includes(status)
    ? { tone: styles.waiting, Icon: RiHourglassLine }
    : { tone: styles.ended, Icon: RiSubtractLine };
}

/** Where a waiver stands, by icon and word. */
export function WaiverStatusTag({ status }: { status: WaiverStatus }) {
  const { Icon, tone } = look(status);
  return (
    <span className={`${styles.tag} ${tone}`}>
      <Icon size={12} aria-hidden="true" /> {WAIVER_STATUS_LABELS[status]}
    </span>
  );
}
