import { RiLockLine } from '@remixicon/react';
import { TeamEntity } from '@synchrony/backstage-plugin-virtual-teams-common';
import { SeverityName, SeveritySquare } from '@synchrony/ui';
import styles from '../team.module.css';

const SEVERITIES: readonly SeverityName[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/** Open findings by severity; only the level where the reader may see no more. */
export function OpenFindings(props: { entity: TeamEntity }) {
  const { openFindings } = props.entity;
  if (!openFindings) {
    return (
      <span className={styles.quiet}>
        <RiLockLine size={14} aria-hidden="true" /> level only
      </span>
    );
  }
  const found = SEVERITIES.filter(severity => openFindings[severity] > 0);
  return found.length === 0 ? (
    <>none open</>
  ) : (
    <span className={styles.row}>
      {found.map(severity => (
        <span key={severity}>
          <SeveritySquare severity={severity} /> {openFindings[severity]}
        </span>
      ))}
    </span>
  );
}
