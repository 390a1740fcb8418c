import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import {
  Page,
  ReportReceipt,
  SEARCHED_REPORT_DAYS,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  LivePanel,
  PanelEmpty,
  SidePanelLayout,
  useLiveData,
} from '@synchrony/ui';
import { ReactNode, useRef } from 'react';
import { ingestionApiRef, useConcerns } from '../api';
import { ExportMenu } from '../filter/ExportMenu';
import { Pager } from '../panel';
import { ReportDrawer } from './ReportDrawer';
import { ReportFilterBar } from './ReportFilterBar';
import { ReportsTable } from './ReportsTable';
import {
  isNarrowed,
  NO_FILTER,
  ReportsAddress,
  toReportsFilter,
  useReportsAddress,
} from './useReportsAddress';
import styles from './reports.module.css';

const PAGE_SIZE = 20;

type ReportsPanelProps = {
  /** Reports of this entity only. */
  entityRef?: string;
  empty: ReactNode;
  forbidden: ReactNode;
};

/** Reports with their filter, pages and details, and what they did, live. */
export function ReportsPanel(props: ReportsPanelProps) {
  const { empty, entityRef, forbidden } = props;
  const api = useApi(ingestionApiRef);
  const address = useReportsAddress();
  const { filter, select, selectedId } = address;
  const list = useRef<HTMLDivElement>(null);
  const live = useLiveData({
    key: JSON.stringify([filter, entityRef]),
    load: () =>
      api.getReports({
        ...toReportsFilter(filter, entityRef),
        cursor: filter.cursor,
        limit: PAGE_SIZE,
      }),
    ...useConcerns(entityRef),
  });
  return (
    <SidePanelLayout
      panel={
        selectedId && (
          <ReportDrawer
            key={selectedId}
            id={selectedId}
            onClose={() => select(undefined)}
            returnFocus={() =>
              list.current?.querySelector<HTMLElement>(
                `[data-report="${CSS.escape(selectedId)}"]`,
              )
            }
          />
        )
      }
    >
      <Card>
        <h2 className={styles.heading}>Reports</h2>
        <ReportFilterBar
          filter={filter}
          onChange={address.setFilter}
          entityRef={entityRef}
        >
          <ExportMenu
            name="reports"
            load={format =>
              api.exportReports(toReportsFilter(filter, entityRef), format)
            }
          />
        </ReportFilterBar>
        <div ref={list}>
          <LivePanel
            inset
            live={live}
            subject="Reports"
            height={240}
            forbidden={forbidden}
          >
            {live.value && (
              <Rows
                address={address}
                page={live.value}
                empty={empty}
                entityRef={entityRef}
              />
            )}
          </LivePanel>
        </div>
      </Card>
    </SidePanelLayout>
  );
}

type RowsProps = {
  address: ReportsAddress;
  page: Page<ReportReceipt>;
  empty: ReactNode;
  entityRef?: string;
};

function Rows({ address, empty, entityRef, page }: RowsProps) {
  const { filter, select, selectedId, setFilter } = address;
  const narrowed = isNarrowed(filter);
  const isSearched = filter.q !== '' && !filter.within && !entityRef;
  const searched = isSearched
    ? ` of the last ${SEARCHED_REPORT_DAYS} days`
    : '';
  const { nextCursor, prevCursor } = page.pageInfo;
  const isNothing = page.items.length === 0 && !nextCursor && !prevCursor;
  if (isNothing && !narrowed && !filter.cursor) {
    return <>{empty}</>;
  }
  if (isNothing) {
    return (
      <PanelEmpty
        title={`No report${searched} matches`}
        action={
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              setFilter({ ...NO_FILTER, source: undefined, within: undefined })
            }
          >
            Clear filter
          </Button>
        }
      />
    );
  }
  return (
    <>
      <ReportsTable
        reports={page.items}
        withEntity={entityRef === undefined}
        selectedId={selectedId}
        onOpen={select}
      />
      <Pager
        page={page}
        noun="report"
        cursor={filter.cursor}
        onGo={cursor => setFilter({ cursor })}
      >
        {searched}
        {narrowed && ' that match'}
      </Pager>
    </>
  );
}
