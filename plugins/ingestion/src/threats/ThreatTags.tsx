import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { RiFireLine } from '@remixicon/react';
import { epssText } from './epssText';
import styles from './threats.module.css';

type ThreatTagsProps = {
  finding: Pick<Finding, 'kev' | 'epss'>;
};

/** Whether a finding is exploited and how likely that is, where it is known. */
export function ThreatTags({ finding: { kev, epss } }: ThreatTagsProps) {
  if (!kev && epss === undefined) {
    return null;
  }
  return (
    <span className={styles.tags}>
      {kev && (
        <span className={`${styles.tag} ${styles.exploited}`}>
          <RiFireLine size={12} aria-hidden="true" /> KEV: exploited
        </span>
      )}
      {epss !== undefined && (
        <span className={styles.tag}>EPSS {epssText(epss)}</span>
      )}
    </span>
  );
}
