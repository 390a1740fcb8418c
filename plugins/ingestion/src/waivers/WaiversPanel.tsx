import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Card } from '@backstage/ui';
import { Page, Waiver } from '@synchrony/backstage-plugin-ingestion-common';
import {
  LivePanel,
  PanelEmpty,
  SidePanelLayout,
  useLiveData,
} from '@synchrony/ui';
import { ReactNode, useRef, useState } from 'react';
import { ingestionApiRef, useConcerns } from '../api';
import { ExportMenu } from '../filter/ExportMenu';
import { Pager } from '../panel';
import {
  toWaiversQuery,
  useWaiversAddress,
  WaiversAddress,
} from './useWaiversAddress';
import { WaiverDrawer } from './WaiverDrawer';
import { WaiverFilterBar } from './WaiverFilterBar';
import { WaiversTable } from './WaiversTable';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

type WaiversPanelProps = {
  /** Waivers that are for this entity only. */
  entityRef?: string;
  empty: ReactNode;
  forbidden: ReactNode;
};

/** Waivers with their filter, pages, details and decisions, live. */
export function WaiversPanel(props: WaiversPanelProps) {
  const { empty, entityRef, forbidden } = props;
  const api = useApi(ingestionApiRef);
  const address = useWaiversAddress();
  const { filter, select, selectedId } = address;
  const [revision, setRevision] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const query = {
    ...toWaiversQuery(filter),
    entityRef: entityRef ?? filter.entityRef,
  };
  const live = useLiveData({
    key: JSON.stringify([query, revision]),
    load: () => api.getWaivers(query),
    ...useConcerns(entityRef),
  });
  const rows = live.value && (
    <Rows address={address} page={live.value} empty={empty} />
  );
  return (
    <SidePanelLayout
      panel={
        selectedId && (
          <WaiverDrawer
            key={selectedId}
            id={selectedId}
            onClose={() => select(undefined)}
            onChanged={() => setRevision(revision + 1)}
            returnFocus={() =>
              list.current?.querySelector<HTMLElement>(
                `[data-waiver="${CSS.escape(selectedId)}"]`,
              )
            }
          />
        )
      }
    >
      <Card>
        <div className={panel.head}>
          <h2 className={panel.title}>Waivers</h2>
          <span className={styles.filters}>
            <WaiverFilterBar
              filter={filter}
              onChange={address.setFilter}
              withEntity={entityRef === undefined}
            />
            <ExportMenu
              name="waivers"
              load={format => api.exportWaivers(query, format)}
            />
          </span>
        </div>
        <div ref={list}>
          <LivePanel
            inset
            live={live}
            subject="Waivers"
            height={240}
            forbidden={forbidden}
          >
            {rows}
          </LivePanel>
        </div>
      </Card>
    </SidePanelLayout>
  );
}

type RowsProps = {
  address: WaiversAddress;
  page: Page<Waiver>;
  empty: ReactNode;
};

function Rows({ address, empty, page }: RowsProps) {
  const { filter, select, selectedId, setFilter } = address;
  const isFiltered =
    filter.kind || filter.entityRef || filter.endsSoon || filter.cursor;
  if (page.items.length === 0) {
    return isFiltered ||
      (filter.status !== 'live' && filter.status !== 'any') ? (
      <PanelEmpty
        title="No waiver matches"
        action={
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              setFilter({
                status: 'live',
                kind: undefined,
                entityRef: undefined,
                endsSoon: false,
              })
            }
          >
            Clear filter
          </Button>
        }
      />
    ) : (
      <>{empty}</>
    );
  }
  return (
    <>
      <WaiversTable
        waivers={page.items}
        selectedId={selectedId}
        onOpen={select}
      />
      <Pager
        page={page}
        noun="waiver"
        cursor={filter.cursor}
        onGo={cursor => setFilter({ cursor })}
      />
    </>
  );
}
