import { Card } from '@backstage/ui';
import { FindingsSummary } from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, RelativeTime, TextLink } from '@synchrony/ui';
import { writeFilter } from '../filter';
import { TrendCard } from '../trend';
import { CoverageList } from './CoverageList';
import { openTotal, sumOf } from './counts';
import { FlowLine } from './FlowLine';
import { SeverityCounts } from './SeverityCounts';
import { StaleNote } from './StaleNote';
import styles from './summary.module.css';

/** What is open, what is due and what was scanned, above the list. */
export function SummaryPanel({ summary }: { summary: FindingsSummary }) {
  const overdue = sumOf(summary.overdue);
  const open = openTotal(summary);
  return (
    <>
      <div className={styles.panels}>
        <Card className={styles.panel}>
          <h2 className={styles.heading}>{formatNumber(open)} open</h2>
          <p className={styles.sub}>
            on the default branch, as of <RelativeTime at={summary.asOf} />
          </p>
          <SeverityCounts
            counts={summary.open}
            hrefOf={severity => `?${writeFilter({ severity: [severity] })}`}
          />
          <FlowLine entityRef={summary.entityRef} />
        </Card>
        <Card className={styles.panel}>
          <h2 className={styles.heading}>Due</h2>
          <p className={styles.sub}>the clock starts when first seen</p>
          <dl className={styles.due}>
            <dt>Overdue</dt>
            <dd className={overdue > 0 ? styles.pressing : undefined}>
              <TextLink href={`?${writeFilter({ overdue: true })}`}>
                {formatNumber(overdue)}
              </TextLink>
            </dd>
            <dt>Within 7 days</dt>
            <dd
              className={summary.dueWithin7Days > 0 ? styles.soon : undefined}
            >
              <TextLink href={`?${writeFilter({ due: 'within7Days' })}`}>
                {formatNumber(summary.dueWithin7Days)}
              </TextLink>
            </dd>
            <dt>Next due</dt>
            <dd>
              {summary.nextDueAt ? (
                <RelativeTime at={summary.nextDueAt} />
              ) : (
                '–'
              )}
            </dd>
          </dl>
        </Card>
        <div className={styles.wide}>
          <TrendCard entityRef={summary.entityRef} />
        </div>
        <Card className={`${styles.panel} ${styles.row}`}>
          <h2 className={styles.heading}>Evidence</h2>
          <p className={styles.sub}>last complete scan of each control</p>
          <CoverageList coverage={summary.coverage} />
        </Card>
      </div>
      <StaleNote summary={summary} />
    </>
  );
}
