import {
  QueueHealth,
  RETENTION_KINDS,
  RetentionKind,
  RetentionRun,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, RelativeTime } from '@synchrony/ui';
import { formatBytes } from './format';
import styles from './health.module.css';

const NOUNS: Record<RetentionKind, [one: string, many: string]> = {
  bodies: ['body of a report', 'bodies of reports'],
  uploads: ['broken upload', 'broken uploads'],
  branches: ['branch', 'branches'],
  inventories: ['list of components', 'lists of components'],
  deliveries: ['delivery', 'deliveries'],
  idempotencyKeys: ['idempotency key', 'idempotency keys'],
  tokens: ['exchanged token', 'exchanged tokens'],
  findings: ['finding', 'findings'],
  history: ['entry of history', 'entries of history'],
};

/** What retention did last, and how large the database is. */
export function RetentionText({ health }: { health: QueueHealth }) {
  const { databaseBytes, retention } = health;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Retention</dt>
        <dd>
          {retention.lastRun ? (
            <Run run={retention.lastRun} />
          ) : (
            'has not run yet; it runs every six hours'
          )}
        </dd>
      </div>
      <div>
        <dt>Database</dt>
        <dd>{formatBytes(databaseBytes)}</dd>
      </div>
    </dl>
  );
}

function Run({ run }: { run: RetentionRun }) {
  if (run.failed) {
    return (
      <>
        failed <RelativeTime at={run.finishedAt ?? run.startedAt} />
      </>
    );
  }
  if (!run.finishedAt) {
    return (
      <>
        began <RelativeTime at={run.startedAt} /> and has not ended
      </>
    );
  }
  return (
    <>
      ran <RelativeTime at={run.finishedAt} />: {describe(run)}
    </>
  );
}

function describe({ deleted }: RetentionRun): string {
  const parts = RETENTION_KINDS.flatMap(kind => {
    const count = deleted?.[kind] ?? 0;
    return count > 0 ? [formatCount(count, ...NOUNS[kind])] : [];
  });
  return parts.length > 0
    ? `took out ${parts.join(', ')}`
    : 'there was nothing to take out';
}
