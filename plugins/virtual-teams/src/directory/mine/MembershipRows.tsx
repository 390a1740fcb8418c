import { Button } from '@backstage/ui';
import {
  Membership,
  MembershipAction,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { PersonChip } from '@synchrony/ui';
import { ReactNode, useState } from 'react';
import { MembershipActionDialog } from '../../parts';
import {
  dayWords,
  MEMBERSHIP_ACTION_WORDS,
  MEMBERSHIP_STATUS_WORDS,
  ROLE_WORDS,
} from '../../words';
import { TeamLink } from '../parts';
import styles from '../directory.module.css';

type Row = Membership & { teamTitle: string };

function terms(row: Row): string {
  return [
    ROLE_WORDS[row.role],
    MEMBERSHIP_STATUS_WORDS[row.status],
    row.allocationPct !== undefined && `${row.allocationPct} % of the time`,
    row.until && `until ${dayWords(row.until)}`,
    row.expiresAt && `ends by itself on ${dayWords(row.expiresAt)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Memberships with what the reader can do about each. */
export function MembershipRows(props: {
  label: string;
  rows: Row[];
  me: string;
  /** More about a row, such as its team. */
  aside?: (row: Row) => ReactNode;
  onChanged: () => void;
}) {
  const { me, onChanged } = props;
  const [answered, setAnswered] = useState<{
    row: Row;
    action: MembershipAction;
  }>();
  return (
    <>
      <ul className={styles.rows} aria-label={props.label}>
        {props.rows.map(row => (
          <li key={row.id}>
            <div>
              <TeamLink teamRef={row.teamRef} title={row.teamTitle} />{' '}
              {props.aside?.(row)}
              {row.userRef !== me && (
                <div>
                  <PersonChip entityRef={row.userRef} />
                </div>
              )}
              {row.status === 'invited' && row.invitedBy && (
                <div>
                  Asked by <PersonChip entityRef={row.invitedBy} />
                </div>
              )}
              <p className={styles.quiet}>{terms(row)}</p>
              {row.message && <p className={styles.line}>“{row.message}”</p>}
            </div>
            <div className={styles.buttons}>
              {row.actions.map(action => (
                <Button
                  key={action}
                  size="small"
                  variant="secondary"
                  aria-label={`${MEMBERSHIP_ACTION_WORDS[action]}: ${row.teamTitle}`}
                  onPress={() => setAnswered({ row, action })}
                >
                  {MEMBERSHIP_ACTION_WORDS[action]}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {answered && (
        <MembershipActionDialog
          membership={answered.row}
          teamTitle={answered.row.teamTitle}
          action={answered.action}
          onDone={onChanged}
          onClose={() => setAnswered(undefined)}
        />
      )}
    </>
  );
}
