import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import {
  OwnerChip,
  PersonChip,
  SeveritySquare,
  severityLabel,
} from '@synchrony/ui';
import { MouseEvent } from 'react';
import { SelectBox, Selection } from '../bulk';
import { ThreatTags } from '../threats';
import { differingToolSeverity, locationText } from '../words';
import { AgeCell } from './AgeCell';
import { DueCell } from './DueCell';
import { moveFocus } from './moveFocus';
import { StatusTag } from './StatusTag';
import panel from '../panel/panel.module.css';
import styles from './list.module.css';

type FindingRowProps = {
  finding: Finding;
  /** Set when the row also says whose finding it is. */
  owner?: { ref?: string };
  /** Whether it is open at the side. */
  isOpen: boolean;
  onOpen(id: string): void;
  selection: Selection;
};

/** A link in the row leads where it says, and does not open the finding. */
function keepLinks(event: MouseEvent) {
  if (event.target instanceof Element && event.target.closest('a')) {
    event.stopPropagation();
  }
}

function placeOf(finding: Finding): string {
  const place = finding.location
    ? locationText(finding.location)
    : (finding.component?.purl ?? finding.component?.name ?? '');
  const others = finding.locationCount - 1;
  return others > 0 ? `${place} and ${others} more` : place;
}

export function FindingRow(props: FindingRowProps) {
  const { finding, owner, isOpen, onOpen, selection } = props;
  const isTicked = selection.has(finding.id);
  const toolSeverity = differingToolSeverity(finding);
  return (
    <tr
      className={isOpen || isTicked ? styles.selected : undefined}
      onClick={() => onOpen(finding.id)}
    >
      <td className={styles.tick} onClick={event => event.stopPropagation()}>
        {finding.mayTriage && (
          <SelectBox
            label={`Select ${finding.title}`}
            isSelected={isTicked}
            onToggle={range => selection.toggle(finding.id, range)}
          />
        )}
      </td>
      <td className={styles.severity}>
        <SeveritySquare severity={finding.severity} />
        {finding.sourceSeverity && (
          <span className={styles.was}>
            adjusted; scanner:{' '}
            {severityLabel(finding.sourceSeverity).toLocaleLowerCase('en')}
          </span>
        )}
        {toolSeverity && !finding.sourceSeverity && (
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
          aria-expanded={isOpen}
          onKeyDown={moveFocus}
          onClick={event => {
            event.stopPropagation();
            onOpen(finding.id);
          }}
        >
          {finding.title}
        </button>
        <span className={styles.place}>{placeOf(finding)}</span>
        <ThreatTags finding={finding} />
      </td>
      {owner && (
        <td className={panel.nowrap} onClick={event => event.stopPropagation()}>
          <EntityRefLink entityRef={finding.entityRef} hideIcon />
        </td>
      )}
      {owner && (
        <td className={styles.minor} onClick={event => event.stopPropagation()}>
          {owner.ref ? <OwnerChip entityRef={owner.ref} /> : '–'}
        </td>
      )}
      <td className={styles.minor}>{finding.tools.join(', ') || '–'}</td>
      <td className={`${panel.nowrap} ${styles.minor}`}>
        <AgeCell at={finding.firstSeenAt} />
      </td>
      <td className={styles.due}>
        <DueCell finding={finding} />
      </td>
      <td onClick={keepLinks}>
        <StatusTag finding={finding} />
        {finding.severityRequest && (
          <span className={styles.was}>lower severity asked for</span>
        )}
        {finding.dismissalRequest && (
          <span className={styles.was}>dismissal asked for</span>
        )}
      </td>
      <td className={styles.minor} onClick={event => event.stopPropagation()}>
        {finding.assignee ? <PersonChip entityRef={finding.assignee} /> : '–'}
      </td>
    </tr>
  );
}
