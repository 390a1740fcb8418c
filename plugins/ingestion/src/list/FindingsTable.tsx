import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { SelectAllBox, Selection } from '../bulk';
import panel from '../panel/panel.module.css';
import styles from './list.module.css';

/** Columns of a table of the findings of one entity. */
export const COLUMNS = 8;

type FindingsTableProps = {
  /** All on screen. */
  findings: Finding[];
  /** Whether the rows are of several entities. */
  showEntity: boolean;
  /** Whether a finding is open at the side. */
  isBesidePanel: boolean;
  selection: Selection;
  /** Bodies of the table. */
  children: ReactNode;
};

export function FindingsTable(props: FindingsTableProps) {
  const { children, findings, isBesidePanel, selection, showEntity } = props;
  return (
    <div
      className={
        isBesidePanel ? `${panel.scroll} ${styles.beside}` : panel.scroll
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.tick}>
              <SelectAllBox
                label="Select all on this page"
                findings={findings}
                selection={selection}
              />
              <VisuallyHidden>Selected</VisuallyHidden>
            </th>
            <th scope="col">Severity</th>
            <th scope="col">Finding and location</th>
            {showEntity && <th scope="col">Service</th>}
            {showEntity && (
              <th scope="col" className={styles.minor}>
                Owner
              </th>
            )}
            <th scope="col" className={styles.minor}>
              Found by
            </th>
            <th scope="col" className={styles.minor}>
              First seen
            </th>
            <th scope="col">Due</th>
            <th scope="col">Status</th>
            <th scope="col" className={styles.minor}>
              With
            </th>
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
