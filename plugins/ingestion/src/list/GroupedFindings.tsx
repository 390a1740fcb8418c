import { LivePanel } from '@synchrony/ui';
import {
  Finding,
  FindingGroup,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Button } from '@backstage/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { isFiltered, toQuery } from '../filter';
import { totalText } from '../words';
import { FindingsTable } from './FindingsTable';
import { GroupRows } from './GroupRows';
import { NothingMatches } from './NothingMatches';
import { useGroups } from './useGroups';
import { useKept } from './useKept';
import { FindingsViewProps } from './view';
import panel from '../panel/panel.module.css';
import styles from './list.module.css';

const GROUPS_A_STEP = 50;
const MOST_GROUPS = 1000;

/** The first ones are what is looked for most often. */
const OPEN_AT_FIRST = 3;

const NONE: FindingGroup[] = [];

/** Findings of an entity by cause; a group opens to its findings. */
export function GroupedFindings(
  props: FindingsViewProps & { entityRef: string },
) {
  const { address, empty, entityRef, forbidden, onShown, selection } = props;
  const { filter, selectedId } = address;
  const [limit, setLimit] = useState(GROUPS_A_STEP);
  const {
    cursor: _cursor,
    orderBy: _order,
    ...query
  } = toQuery(filter, entityRef);
  const live = useGroups({ ...query, entityRef, limit }, props.revision);
  const { isStale, shown } = useKept(live);
  const groups = shown?.items ?? NONE;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const [loaded, setLoaded] = useState<Record<string, Finding[]>>({});
  const onLoaded = useCallback(
    (id: string, findings: Finding[]) =>
      setLoaded(before => ({ ...before, [id]: findings })),
    [],
  );
  const onScreen = useMemo(
    () => groups.flatMap(({ id }) => loaded[id] ?? []),
    [groups, loaded],
  );
  useEffect(() => onShown(onScreen), [onScreen, onShown]);

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
        (groups.length === 0 ? (
          nothing
        ) : (
          <div className={isStale ? styles.stale : undefined}>
            <FindingsTable
              findings={onScreen}
              showEntity={false}
              isBesidePanel={selectedId !== undefined}
              selection={selection}
            >
              {groups.map((group, index) => {
                const isExpanded = toggled[group.id] ?? index < OPEN_AT_FIRST;
                return (
                  <GroupRows
                    key={group.id}
                    {...props}
                    group={group}
                    isExpanded={isExpanded}
                    onToggle={() =>
                      setToggled({ ...toggled, [group.id]: !isExpanded })
                    }
                    onLoaded={onLoaded}
                  />
                );
              })}
            </FindingsTable>
            <div className={panel.pager}>
              <span role="status">
                {groups.length} of {totalText(shown, 'group')} by cause
                {isFiltered(filter) ? ' that match' : ''}
              </span>
              {shown.pageInfo.nextCursor && limit < MOST_GROUPS && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setLimit(limit + GROUPS_A_STEP)}
                >
                  Show more groups
                </Button>
              )}
            </div>
          </div>
        ))}
    </LivePanel>
  );
}
