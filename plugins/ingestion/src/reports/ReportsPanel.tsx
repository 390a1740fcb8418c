import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Button, Card, Select } from '@backstage/ui';
import {
  REPORT_STATUSES,
  ReportStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  ChangeAnnouncement,
  PanelEmpty,
  PanelError,
  PanelLoading,
  useLiveData,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { ingestionApiRef, isForbidden, useConcerns } from '../api';
import { totalText } from '../words';
import { ReportsTable } from './ReportsTable';
import styles from './reports.module.css';

const PAGE_SIZE = 20;
const ANY = 'any';

const STATUS_WORDS: Record<ReportStatus, string> = {
  received: 'received',
  processing: 'being processed',
  processed: 'processed',
  quarantined: 'in quarantine',
  rejected: 'rejected',
  failed: 'failed',
};

const STATUS_OPTIONS = [
  { id: ANY, label: 'Any status' },
  ...REPORT_STATUSES.map(id => ({
    id,
    label: `${STATUS_WORDS[id].charAt(0).toUpperCase()}${STATUS_WORDS[id].slice(1)}`,
  })),
];

function statusOf(text: string | null): ReportStatus | undefined {
  return REPORT_STATUSES.find(status => status === text);
}

/** The last reports of an entity, or of all, and what they did, live. */
export function ReportsPanel(props: {
  entityRef?: string;
  empty: ReactNode;
  forbidden: ReactNode;
}) {
  const { empty, entityRef, forbidden } = props;
  const api = useApi(ingestionApiRef);
  const [params, setParams] = useAppSearchParams();
  const cursor = params.get('cursor') ?? undefined;
  const status = statusOf(params.get('status'));
  const query = { entityRef, status, cursor, limit: PAGE_SIZE };
  const live = useLiveData({
    key: JSON.stringify(query),
    load: () => api.getReports(query),
    ...useConcerns(entityRef),
  });
  const page = live.value;
  const go = (next: string | undefined) =>
    setParams({ ...(status && { status }), ...(next && { cursor: next }) });

  const rows = () => {
    if (!page) {
      return null;
    }
    if (page.items.length === 0) {
      return status ? (
        <PanelEmpty title={`No report is ${STATUS_WORDS[status]}`}>
          Choose another status to see the others.
        </PanelEmpty>
      ) : (
        empty
      );
    }
    return (
      <>
        <ReportsTable
          reports={page.items}
          withEntity={entityRef === undefined}
        />
        <div className={styles.pager}>
          <span>
            {page.items.length} of {totalText(page, 'report')}
          </span>
          <span className={styles.pages}>
            <Button
              size="small"
              variant="secondary"
              isDisabled={!cursor}
              onPress={() => go(page.pageInfo.prevCursor)}
            >
              Previous page
            </Button>
            <Button
              size="small"
              variant="secondary"
              isDisabled={!page.pageInfo.nextCursor}
              onPress={() => go(page.pageInfo.nextCursor)}
            >
              Next page
            </Button>
          </span>
        </div>
      </>
    );
  };
  const content = () => {
    if (live.error && isForbidden(live.error)) {
      return <div className={styles.pad}>{forbidden}</div>;
    }
    if (live.error) {
      return (
        <div className={styles.pad}>
          <PanelError
            title="Reports unavailable"
            error={live.error}
            failedAt={live.failedAt ?? new Date()}
            lastGoodAt={live.loadedAt}
            retrySeconds={live.retrySeconds}
            isRetrying={live.isLoading}
            onRetry={live.reload}
          >
            {rows()}
          </PanelError>
        </div>
      );
    }
    return (
      rows() ?? (
        <div className={styles.pad}>
          <PanelLoading what="reports" height={240} />
        </div>
      )
    );
  };

  return (
    <Card>
      <div className={styles.head}>
        <h2 className={styles.heading}>Reports</h2>
        <Select
          aria-label="Status"
          className={styles.status}
          options={STATUS_OPTIONS}
          value={status ?? ANY}
          onChange={key =>
            setParams(key === ANY ? {} : { status: String(key) })
          }
        />
      </div>
      <ChangeAnnouncement changes={live.changes} message="Reports updated" />
      {content()}
    </Card>
  );
}
