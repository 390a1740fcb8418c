import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { STATUS_LABELS } from '../words';
import styles from './list.module.css';

/** The status in a word; a finding that came back says so. */
export function StatusTag(props: {
  finding: Pick<Finding, 'status' | 'reopenCount'>;
}) {
  const { status, reopenCount } = props.finding;
  const isBack = status === 'open' && reopenCount > 0;
  return (
    <span className={`${styles.tag} ${styles[status]}`}>
      {isBack ? 'Reopened' : STATUS_LABELS[status]}
    </span>
  );
}
