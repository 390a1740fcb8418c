import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { DueCountdown } from '@synchrony/ui';
import styles from './list.module.css';

/** When an open finding has to be fixed or, without a fix, decided on. */
export function DueCell({ finding }: { finding: Finding }) {
  if (finding.status !== 'open' || !finding.dueAt) {
    return <>–</>;
  }
  return (
    <>
      <DueCountdown startAt={finding.firstSeenAt} dueAt={finding.dueAt} />
      {finding.noFix && (
        <span className={styles.was}>no fix yet: mitigate or accept</span>
      )}
    </>
  );
}
