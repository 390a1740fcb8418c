import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { useEffect } from 'react';
import { isFiltered, toQuery } from '../filter';
import { FindingRow } from './FindingRow';
import { FindingsTable } from './FindingsTable';
import { LivePanel } from './LivePanel';
import { NothingMatches } from './NothingMatches';
import { Pager } from './Pager';
import { useKept } from './useKept';
import { useOwners } from './useOwners';
import { usePage } from './usePage';
import { FindingsViewProps } from './view';
import styles from './list.module.css';

const NONE: Finding[] = [];

/** Findings one by one, page by page. */
export function FlatFindings(props: FindingsViewProps) {
  const { address, empty, entityRef, forbidden, onShown, selection } = props;
  const { filter, select, selectedId } = address;
  const live = usePage(toQuery(filter, entityRef), props.revision);
  const { isStale, shown } = useKept(live);
  const items = shown?.items ?? NONE;
  const showEntity = entityRef === undefined;
  const owners = useOwners(
    showEntity ? items.map(finding => finding.entityRef) : [],
  );
  useEffect(() => onShown(items), [items, onShown]);

  const nothing = isFiltered(filter) ? (
    <NothingMatches onClear={address.clearFilter} />
  ) : (
    empty
  );
  return (
    <LivePanel live={live} hasContent={!!shown} forbidden={forbidden}>
      {items.length === 0 || !shown ? (
        nothing
      ) : (
        <div className={isStale ? styles.stale : undefined}>
          <FindingsTable
            findings={items}
            showEntity={showEntity}
            isBesidePanel={selectedId !== undefined}
            selection={selection}
          >
            <tbody>
              {items.map(finding => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  owner={
                    showEntity
                      ? { ref: owners.get(finding.entityRef) }
                      : undefined
                  }
                  isOpen={finding.id === selectedId}
                  onOpen={select}
                  selection={selection}
                />
              ))}
            </tbody>
          </FindingsTable>
          <Pager page={shown} filter={filter} onGo={address.goTo} />
        </div>
      )}
    </LivePanel>
  );
}
