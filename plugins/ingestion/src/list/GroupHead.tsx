import {
  Finding,
  FindingGroup,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { VisuallyHidden } from '@backstage/ui';
import {
  formatCount,
  formatNumber,
  HatchedNote,
  RelativeTime,
  SeveritySquare,
  severityLabel,
} from '@synchrony/ui';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiBox3Line,
  RiCodeLine,
  RiUploadLine,
} from '@remixicon/react';
import { SelectAllBox, Selection } from '../bulk';
import { describeGroup } from '../words';
import { COLUMNS } from './FindingsTable';
import styles from './list.module.css';

type GroupHeadProps = {
  group: FindingGroup;
  /** Those of its findings that are on screen. */
  findings: Finding[];
  isExpanded: boolean;
  /** Whether the last complete scan of its control is too old. */
  isStale: boolean;
  onToggle(): void;
  selection: Selection;
};

/** The row of a group: its cause, how bad it is and what would fix it. */
export function GroupHead(props: GroupHeadProps) {
  const { findings, group, isExpanded, isStale, onToggle, selection } = props;
  const name = group.version ? `${group.name} ${group.version}` : group.name;
  const Arrow = isExpanded ? RiArrowDownSLine : RiArrowRightSLine;
  const Icon = group.cause === 'package' ? RiBox3Line : RiCodeLine;
  return (
    <tr className={styles.group}>
      <td className={styles.tick}>
        {isExpanded && (
          <SelectAllBox
            label={`Select all shown of ${name}`}
            findings={findings}
            selection={selection}
          />
        )}
      </td>
      <th scope="rowgroup" colSpan={COLUMNS - 1}>
        <span className={styles.head}>
          <button
            type="button"
            className={styles.cause}
            aria-expanded={isExpanded}
            onClick={onToggle}
          >
            <Arrow size={16} aria-hidden="true" />
            <Icon size={16} aria-hidden="true" />
            <span className={styles.name}>{name}</span>
          </button>
          <span className={styles.about}>{describeGroup(group)}</span>
          <GroupCounts group={group} />
          <span className={styles.fix}>
            {group.fixedVersion && (
              <span className={styles.fixed}>
                <RiUploadLine size={14} aria-hidden="true" /> Fixed in{' '}
                {group.fixedVersion}
              </span>
            )}
            {isStale && (
              <HatchedNote>
                Fixes not verified until a complete scan
              </HatchedNote>
            )}
            {group.overdue > 0 ? (
              <strong className={styles.late}>
                {formatNumber(group.overdue)} overdue
              </strong>
            ) : (
              group.nextDueAt && (
                <span className={styles.about}>
                  next due <RelativeTime at={group.nextDueAt} />
                </span>
              )
            )}
          </span>
        </span>
      </th>
    </tr>
  );
}

function GroupCounts({ group }: { group: FindingGroup }) {
  return (
    <span className={styles.counts}>
      <VisuallyHidden>{formatCount(group.count, 'finding')}: </VisuallyHidden>
      {SEVERITIES.filter(severity => group.bySeverity[severity] > 0).map(
        severity => (
          <span key={severity} className={styles.tally}>
            <SeveritySquare severity={severity} decorative />
            <span>{formatNumber(group.bySeverity[severity])}</span>
            <VisuallyHidden>
              {` ${severityLabel(severity).toLocaleLowerCase('en')} `}
            </VisuallyHidden>
          </span>
        ),
      )}
    </span>
  );
}
