import { KeyboardEvent } from 'react';
import { CheckGroup } from '../../model/filters';
import { CheckRow } from './CheckRow';
import styles from './ScorecardContent.module.css';

interface CheckTableProps {
  groups: CheckGroup[];
  selectedId?: string;
  onOpen: (checkId: string) => void;
  /** The buttons that open a row, for giving the focus back. */
  openers: Map<string, HTMLButtonElement>;
}

const COLUMNS = 5;

/** The checks in groups; Up and Down move from row to row, Enter opens one. */
export function CheckTable(props: CheckTableProps) {
  const { groups, selectedId, onOpen, openers } = props;
  const ids = groups.flatMap(group => group.checks.map(check => check.id));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const current = ids.findIndex(
      id => openers.get(id) === document.activeElement,
    );
    if (!step || current < 0) {
      return;
    }
    event.preventDefault();
    openers.get(ids[current + step])?.focus();
  };

  if (ids.length === 0) {
    return (
      <p className={styles.empty}>No check here. Choose another filter.</p>
    );
  }
  return (
    <div className={styles.scroll}>
      {/* The keys move the focus between the buttons inside, which stay reachable by Tab. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className={styles.table} aria-label="Checks" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Check and how to fix</th>
            <th scope="col">Evidence, freshness</th>
            <th scope="col" className={styles.numeric}>
              Gain
            </th>
            <th scope="col">Required for</th>
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group.id}>
            <tr className={styles.group}>
              <th colSpan={COLUMNS} scope="rowgroup">
                {group.title}
                {group.note && <small> · {group.note}</small>}
              </th>
            </tr>
            {group.checks.map(check => (
              <CheckRow
                key={check.id}
                check={check}
                isSelected={check.id === selectedId}
                onOpen={onOpen}
                openers={openers}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
