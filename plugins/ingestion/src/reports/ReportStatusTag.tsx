import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { hatchClassName } from '@synchrony/ui';
import {
  RiArrowGoBackLine,
  RiCheckLine,
  RiCloseLine,
  RiLoopLeftLine,
  RiQuestionMark,
  RiSubtractLine,
} from '@remixicon/react';
import styles from './reports.module.css';

function look(report: ReportReceipt) {
  switch (report.status) {
    case 'received':
      return { word: 'Received', tone: 'busy', Icon: RiLoopLeftLine };
    case 'processing':
      return { word: 'Processing', tone: 'busy', Icon: RiLoopLeftLine };
    case 'quarantined':
      return { word: 'Quarantined', tone: 'unknown', Icon: RiQuestionMark };
    case 'rejected':
      return { word: 'Rejected', tone: 'bad', Icon: RiCloseLine };
    case 'failed':
      return { word: 'Failed', tone: 'bad', Icon: RiCloseLine };
    default:
      break;
  }
  if (!report.applied) {
    const word = report.reason === 'older' ? 'Out of order' : 'Not applied';
    return { word, tone: 'plain', Icon: RiArrowGoBackLine };
  }
  return report.complete
    ? { word: 'Processed', tone: 'good', Icon: RiCheckLine }
    : { word: 'Partial', tone: 'partial', Icon: RiSubtractLine };
}

/** What became of a report, by icon and word. */
export function ReportStatusTag({ report }: { report: ReportReceipt }) {
  const { word, tone, Icon } = look(report);
  return (
    <span
      className={[
        styles.tag,
        styles[tone],
        ...(tone === 'unknown' ? [hatchClassName] : []),
      ].join(' ')}
    >
      <span className={styles.tagWord}>
        <Icon size={12} aria-hidden="true" /> {word}
      </span>
    </span>
  );
}
