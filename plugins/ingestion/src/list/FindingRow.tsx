import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { OwnerChip, SeveritySquare, severityLabel } from '@synchrony/ui';
import { differingToolSeverity, locationText } from '../words';
import { AgeCell } from './AgeCell';
import { DueCell } from './DueCell';
import { moveFocus } from './moveFocus';
import { StatusTag } from './StatusTag';
import styles from './list.module.css';

type FindingRowProps = {
  finding: Finding;
  /** Set when the row also says whose finding it is. */
  owner?: { ref?: string };
  isSelected: boolean;
  onSelect(id: string): void;
};

function placeOf(finding: Finding): string {
  const place = finding.location
    ? locationText(finding.location)
    : (finding.component?.purl ?? finding.component?.name ?? '');
  const others = finding.locationCount - 1;
  return others > 0 ? `${place} and ${others} more` : place;
}

export function FindingRow(props: FindingRowProps) {
  const { finding, owner, isSelected, onSelect } = props;
  const toolSeverity = differingToolSeverity(finding);
  return (
    <tr
      className={isSelected ? styles.selected : undefined}
      onClick={() => onSelect(finding.id)}
    >
      <td className={styles.severity}>
        <SeveritySquare severity={finding.severity} />
        {toolSeverity && (
          <span className={styles.was}>
            tool: {severityLabel(toolSeverity).toLocaleLowerCase('en')}
          </span>
        )}
      </td>
      <td className={styles.finding}>
        <button
          type="button"
          className={styles.title}
          data-finding={finding.id}
          aria-expanded={isSelected}
          onKeyDown={moveFocus}
          onClick={event => {
            event.stopPropagation();
            onSelect(finding.id);
          }}
        >
          {finding.title}
        </button>
        <span className={styles.place}>{placeOf(finding)}</span>
      </td>
      {owner && (
        <td
          className={styles.nowrap}
          onClick={event => event.stopPropagation()}
        >
          <EntityRefLink entityRef={finding.entityRef} hideIcon />
        </td>
      )}
      {owner && (
        <td className={styles.minor} onClick={event => event.stopPropagation()}>
          {owner.ref ? <OwnerChip entityRef={owner.ref} /> : '–'}
        </td>
      )}
      <td className={styles.minor}>{finding.tools.join(', ') || '–'}</td>
      <td className={`${styles.nowrap} ${styles.minor}`}>
        <AgeCell at={finding.firstSeenAt} />
      </td>
      <td className={styles.due}>
        <DueCell finding={finding} />
      </td>
      <td>
        <StatusTag finding={finding} />
      </td>
    </tr>
  );
}
