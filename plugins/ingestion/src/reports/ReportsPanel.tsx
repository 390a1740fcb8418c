import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Card, Select } from '@backstage/ui';
import {
  REPORT_STATUSES,
  ReportStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { PanelEmpty, useLiveData } from '@synchrony/ui';
import { ReactNode } from 'react';
import { ingestionApiRef, useConcerns } from '../api';
import { LivePanel, Pager } from '../panel';
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
      return undefined;
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
        <Pager page={page} noun="report" cursor={cursor} onGo={go} />
      </>
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
      <LivePanel
        live={live}
        subject="Reports"
        height={240}
        forbidden={forbidden}
      >
        {rows()}
      </LivePanel>
    </Card>
  );
}
