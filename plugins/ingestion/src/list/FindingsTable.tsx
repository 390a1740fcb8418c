import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { FindingRow } from './FindingRow';
import { useOwners } from './useOwners';
import styles from './list.module.css';

type FindingsTableProps = {
  findings: Finding[];
  /** Whether the rows are of several entities. */
  showEntity: boolean;
  selectedId?: string;
  onSelect(id: string): void;
};

export function FindingsTable(props: FindingsTableProps) {
  const { findings, showEntity, selectedId, onSelect } = props;
  const owners = useOwners(
    showEntity ? findings.map(finding => finding.entityRef) : [],
  );
  return (
    <div
      className={
        selectedId ? `${styles.scroll} ${styles.beside}` : styles.scroll
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
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
          </tr>
        </thead>
        <tbody>
          {findings.map(finding => (
            <FindingRow
              key={finding.id}
              finding={finding}
              owner={
                showEntity ? { ref: owners.get(finding.entityRef) } : undefined
              }
              isSelected={finding.id === selectedId}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
