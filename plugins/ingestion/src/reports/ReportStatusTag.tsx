import {
  ReportOutcome,
  reportOutcomeOf,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';
import { hatchClassName } from '@synchrony/ui';
import {
  RemixiconComponentType,
  RiArrowGoBackLine,
  RiCheckLine,
  RiCloseLine,
  RiLoopLeftLine,
  RiQuestionMark,
  RiSubtractLine,
} from '@remixicon/react';
import { OUTCOME_LABELS } from './words';
import styles from './reports.module.css';

const LOOKS: Record<
  ReportOutcome,
  { tone: string; Icon: RemixiconComponentType }
> = {
  waiting: { tone: 'busy', Icon: RiLoopLeftLine },
  processed: { tone: 'good', Icon: RiCheckLine },
  partial: { tone: 'partial', Icon: RiSubtractLine },
  not_applied: { tone: 'plain', Icon: RiArrowGoBackLine },
  quarantined: { tone: 'unknown', Icon: RiQuestionMark },
  rejected: { tone: 'bad', Icon: RiCloseLine },
  failed: { tone: 'bad', Icon: RiCloseLine },
};

function wordOf({ reason, status }: ReportReceipt, outcome: ReportOutcome) {
  if (outcome === 'waiting') {
    return status === 'processing' ? 'Processing' : 'Received';
  }
  return outcome === 'not_applied' && reason === 'older'
    ? 'Out of order'
    : OUTCOME_LABELS[outcome];
}

/** What became of a report, by icon and word. */
export function ReportStatusTag({ report }: { report: ReportReceipt }) {
  const outcome = reportOutcomeOf(report);
  const { Icon, tone } = LOOKS[outcome];
  return (
    <span
      className={[
        styles.tag,
        styles[tone],
        ...(tone === 'unknown' ? [hatchClassName] : []),
      ].join(' ')}
    >
      <span className={styles.tagWord}>
        <Icon size={12} aria-hidden="true" /> {wordOf(report, outcome)}
      </span>
    </span>
  );
}
