import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { FindingsSummary } from '@synchrony/backstage-plugin-ingestion-common';
import {
  formatDue,
  formatNumber,
  LivePanel,
  PanelNotice,
  SecurityCardSectionProps,
  TextLink,
  useNow,
} from '@synchrony/ui';
import { FindingsFilter, writeFilter } from '../filter';
import { ENTITY_PATHS } from '../routes';
import { openTotal, SeverityCounts, sumOf, useSummary } from '../summary';
import styles from './card.module.css';

/** Open findings of an entity in its Security card. */
export function FindingsSection({ entityRef }: SecurityCardSectionProps) {
  const live = useSummary(entityRef);
  return (
    <LivePanel
      live={live}
      subject="Findings"
      height={96}
      forbidden={
        <PanelNotice tone="forbidden">
          Findings are open to the owning team and application security.
        </PanelNotice>
      }
    >
      {summary => <Counts entityRef={entityRef} summary={summary} />}
    </LivePanel>
  );
}

function Counts(props: { entityRef: string; summary: FindingsSummary }) {
  const { entityRef, summary } = props;
  const now = useNow();
  const pageOf = useEntityRefLink()(entityRef);
  const list = (filter: Partial<FindingsFilter>) => {
    const params = writeFilter(filter);
    return `${pageOf}${ENTITY_PATHS.findings}${params.size > 0 ? `?${params}` : ''}`;
  };
  if (!summary.hasReports) {
    return (
      <div className={styles.section}>
        <span className={styles.heading}>Findings unknown</span>
        <span className={styles.quiet}>no report yet</span>
        <TextLink href={list({})}>Send the first report</TextLink>
      </div>
    );
  }
  const overdue = sumOf(summary.overdue);
  return (
    <div className={styles.section}>
      <TextLink href={list({})} strong>
        Open findings {formatNumber(openTotal(summary))}
      </TextLink>
      <SeverityCounts
        counts={summary.open}
        hrefOf={severity => list({ severity: [severity] })}
      />
      {summary.nextDueAt && (
        <span>
          Next due: <strong>{formatDue(summary.nextDueAt, now)}</strong>
        </span>
      )}
      {overdue > 0 ? (
        <TextLink href={list({ overdue: true })} strong>
          {formatNumber(overdue)} overdue
        </TextLink>
      ) : (
        <span className={styles.quiet}>0 overdue</span>
      )}
    </div>
  );
}
