import {
  Finding,
  FindingGroup,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Button } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { toQuery } from '../filter';
import { FindingRow } from './FindingRow';
import { COLUMNS } from './FindingsTable';
import { GroupHead } from './GroupHead';
import { useKept } from './useKept';
import { usePage } from './usePage';
import { FindingsViewProps } from './view';
import styles from './list.module.css';

const FINDINGS_A_STEP = 50;
const MOST_FINDINGS = 1000;

const NONE: Finding[] = [];

type GroupRowsProps = FindingsViewProps & {
  group: FindingGroup;
  isExpanded: boolean;
  onToggle(): void;
  /** Hears the findings that are on screen; none when the group closes. */
  onLoaded(id: string, findings: Finding[]): void;
};

/** A group and, when it is open, its findings. */
export function GroupRows(props: GroupRowsProps) {
  const { group, isExpanded, onLoaded, onToggle, selection, stale } = props;
  const [loaded, setLoaded] = useState(NONE);
  const hear = (findings: Finding[]) => {
    setLoaded(findings);
    onLoaded(group.id, findings);
  };
  return (
    <tbody>
      <GroupHead
        group={group}
        findings={loaded}
        isExpanded={isExpanded}
        isStale={stale.includes(group.type)}
        onToggle={onToggle}
        selection={selection}
      />
      {isExpanded && <OpenGroup {...props} onHear={hear} />}
    </tbody>
  );
}

function OpenGroup(
  props: GroupRowsProps & { onHear(findings: Finding[]): void },
) {
  const { address, entityRef, group, onHear, revision, selection } = props;
  const [limit, setLimit] = useState(FINDINGS_A_STEP);
  const query = toQuery({ ...address.filter, cursor: undefined }, entityRef);
  const live = usePage({ ...query, group: group.id, limit }, revision);
  const { shown } = useKept(live);
  const items = shown?.items ?? NONE;

  useEffect(() => {
    onHear(items);
    return () => onHear(NONE);
    // Only what is shown matters, not who listens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [items]);

  const say = (words: React.ReactNode) => (
    <tr className={styles.aside}>
      <td colSpan={COLUMNS}>{words}</td>
    </tr>
  );
  if (!shown) {
    return live.error
      ? say(
          <>
            Findings of this group unavailable.{' '}
            <Button size="small" variant="tertiary" onPress={live.reload}>
              Try again
            </Button>
          </>,
        )
      : say(<span role="status">Loading {group.name}…</span>);
  }
  return (
    <>
      {items.map(finding => (
        <FindingRow
          key={finding.id}
          finding={finding}
          isOpen={finding.id === address.selectedId}
          onOpen={address.select}
          selection={selection}
        />
      ))}
      {shown.pageInfo.nextCursor &&
        say(
          limit < MOST_FINDINGS ? (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setLimit(limit + FINDINGS_A_STEP)}
            >
              Show more of {group.name}
            </Button>
          ) : (
            `The first ${MOST_FINDINGS} of ${group.count}; narrow the filter to see others.`
          ),
        )}
    </>
  );
}
