import {
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { VisuallyHidden } from '@backstage/ui';
import { RouterLink } from '@backstage/frontend-plugin-api';
import { formatNumber, SeveritySquare, severityLabel } from '@synchrony/ui';
import styles from './summary.module.css';

type SeverityCountsProps = {
  counts: Record<Severity, number>;
  /** Where the findings of a severity are listed. */
  hrefOf(severity: Severity): string;
};

/** Open findings as squares with counts; each opens its rows. */
export function SeverityCounts({ counts, hrefOf }: SeverityCountsProps) {
  const shown = SEVERITIES.filter(
    severity => severity !== 'info' || counts.info > 0,
  );
  return (
    <ul className={styles.squares}>
      {shown.map(severity => (
        <li key={severity}>
          <RouterLink href={hrefOf(severity)} className={styles.square}>
            <SeveritySquare severity={severity} decorative />
            <strong>{formatNumber(counts[severity])}</strong>
            <VisuallyHidden>
              {` ${severityLabel(severity).toLocaleLowerCase('en')}, show them`}
            </VisuallyHidden>
          </RouterLink>
        </li>
      ))}
    </ul>
  );
}
