import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Waiver } from '@synchrony/backstage-plugin-ingestion-common';
import { dayWords, WAIVER_ROLE_LABELS } from './words';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

/** Who has approved a waiver, and who has not yet. */
export function ApprovalsText({ waiver }: { waiver: Waiver }) {
  const { approvals } = waiver;
  if (!approvals) {
    return <span className={panel.quiet}>not shown to you</span>;
  }
  return (
    <ul className={styles.plain}>
      {approvals.map(({ approvedBy, at, role }) => (
        <li key={role}>
          {approvedBy ? (
            <>
              {WAIVER_ROLE_LABELS[role]}:{' '}
              <EntityRefLink entityRef={approvedBy} hideIcon />
              {at && ` on ${dayWords(at)}`}
            </>
          ) : (
            `${WAIVER_ROLE_LABELS[role]}: missing`
          )}
        </li>
      ))}
    </ul>
  );
}
