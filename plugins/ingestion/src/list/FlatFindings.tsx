import { LivePanel } from '@synchrony/ui';
import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { useEffect } from 'react';
import { isFiltered, toQuery } from '../filter';
import { Pager } from '../panel';
import { FindingRow } from './FindingRow';
import { FindingsTable } from './FindingsTable';
import { NothingMatches } from './NothingMatches';
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
    <LivePanel
      inset
      live={live}
      subject="Findings"
      height={360}
      forbidden={forbidden}
    >
      {shown &&
        (items.length === 0 ? (
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
            <Pager
              page={shown}
              noun="finding"
              cursor={filter.cursor}
              onGo={address.goTo}
            >
              {isFiltered(filter) && ' that match'}
            </Pager>
          </div>
        ))}
    </LivePanel>
  );
}
