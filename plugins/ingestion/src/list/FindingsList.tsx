import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { Card } from '@backstage/ui';
import {
  ChangeAnnouncement,
  PanelError,
  PanelLoading,
  SidePanelLayout,
} from '@synchrony/ui';
import { ReactNode, useRef } from 'react';
import { isForbidden } from '../api';
import { FindingDrawer } from '../drawer';
import { FilterBar, FindingsAddress, isFiltered } from '../filter';
import { FindingsTable } from './FindingsTable';
import { NothingMatches } from './NothingMatches';
import { Pager } from './Pager';
import { usePage } from './usePage';
import styles from './list.module.css';

type FindingsListProps = {
  address: FindingsAddress;
  /** Findings of this entity only. */
  entityRef?: string;
  /** Tools to choose from besides those on the page. */
  tools?: string[];
  /** What stands in the place of the table when nothing is open at all. */
  empty: ReactNode;
  /** What stands there for those who may not see findings. */
  forbidden: ReactNode;
};

/** Findings with their filter, pages and details, live. */
export function FindingsList(props: FindingsListProps) {
  const { address, entityRef, tools = [], empty, forbidden } = props;
  const { filter, selectedId, select } = address;
  const { live, shown, isStale } = usePage(entityRef, filter);
  const table = useRef<HTMLDivElement>(null);

  if (live.error && isForbidden(live.error)) {
    return <>{forbidden}</>;
  }
  const items = shown?.items ?? [];
  const index = items.findIndex(finding => finding.id === selectedId);
  const step = (distance: number) => {
    const next: Finding | undefined = items[index + distance];
    return index >= 0 && next ? () => select(next.id) : undefined;
  };
  const content = () => {
    if (!shown) {
      return live.error ? null : <PanelLoading what="findings" height={360} />;
    }
    if (items.length === 0) {
      return isFiltered(filter) ? (
        <NothingMatches onClear={address.clearFilter} />
      ) : (
        <>{empty}</>
      );
    }
    return (
      <div ref={table} className={isStale ? styles.stale : undefined}>
        <FindingsTable
          findings={items}
          showEntity={entityRef === undefined}
          selectedId={selectedId}
          onSelect={select}
        />
        <Pager page={shown} filter={filter} onGo={address.goTo} />
      </div>
    );
  };

  return (
    <SidePanelLayout
      panel={
        selectedId && (
          <FindingDrawer
            key={selectedId}
            id={selectedId}
            onClose={() => select(undefined)}
            onPrevious={step(-1)}
            onNext={step(1)}
            returnFocus={() =>
              table.current?.querySelector<HTMLElement>(
                `[data-finding="${CSS.escape(selectedId)}"]`,
              )
            }
          />
        )
      }
    >
      <Card>
        <FilterBar
          filter={filter}
          onChange={address.setFilter}
          onClear={address.clearFilter}
          tools={[
            ...new Set([
              ...tools,
              ...items.flatMap(finding => finding.tools),
              ...(filter.tool ? [filter.tool] : []),
            ]),
          ].sort()}
          isFreeText={entityRef !== undefined}
        />
        <ChangeAnnouncement changes={live.changes} message="Findings updated" />
        {live.error ? (
          <div className={styles.pad}>
            <PanelError
              title="Findings unavailable"
              error={live.error}
              failedAt={live.failedAt ?? new Date()}
              lastGoodAt={live.loadedAt}
              retrySeconds={live.retrySeconds}
              isRetrying={live.isLoading}
              onRetry={live.reload}
            >
              {content()}
            </PanelError>
          </div>
        ) : (
          content()
        )}
      </Card>
    </SidePanelLayout>
  );
}
