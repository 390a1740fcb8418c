import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
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

/** The last reports of an entity and what they did, live. */
export function ReportsPanel(props: {
  entityRef: string;
  forbidden: ReactNode;
}) {
  const { entityRef, forbidden } = props;
  const api = useApi(ingestionApiRef);
  const [params, setParams] = useAppSearchParams();
  const cursor = params.get('cursor') ?? undefined;
  const live = useLiveData({
    key: `${entityRef} ${cursor ?? ''}`,
    load: () => api.getReports({ entityRef, cursor, limit: PAGE_SIZE }),
    ...useConcerns(entityRef),
  });
  const page = live.value;
  const go = (next: string | undefined) =>
    setParams(next ? { cursor: next } : {});

  const rows = () => {
    if (!page) {
      return null;
    }
    if (page.items.length === 0) {
      return (
        <PanelEmpty title="No report yet">
          No report has arrived for this component. That says nothing about how
          secure it is.
        </PanelEmpty>
      );
    }
    return (
      <>
        <ReportsTable reports={page.items} />
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
      <h2 className={styles.heading}>Reports</h2>
      <ChangeAnnouncement changes={live.changes} message="Reports updated" />
      {content()}
    </Card>
  );
}
