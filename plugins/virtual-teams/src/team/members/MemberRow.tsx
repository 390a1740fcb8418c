import { Button } from '@backstage/ui';
import {
  MEMBER_STATUSES,
  Membership,
  MembershipAction,
  Team,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { PersonChip } from '@synchrony/ui';
import { useState } from 'react';
import { MembershipActionDialog } from '../../parts';
import {
  dayWords,
  END_REASON_WORDS,
  MEMBERSHIP_ACTION_WORDS,
  MEMBERSHIP_STATUS_WORDS,
  ROLE_WORDS,
} from '../../words';
import { ChangeDialog } from './ChangeDialog';
import styles from '../team.module.css';

function facts(membership: Membership): string {
  const { allocationPct, endReason, expiresAt, role, since, status, until } =
    membership;
  return [
    ROLE_WORDS[role],
    MEMBERSHIP_STATUS_WORDS[status],
    allocationPct !== undefined && `${allocationPct} %`,
    since && `since ${dayWords(since)}`,
    until && `until ${dayWords(until)}`,
    expiresAt && `answer by ${dayWords(expiresAt)}`,
    endReason && END_REASON_WORDS[endReason],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A membership with what the reader can do with it. */
export function MemberRow(props: {
  membership: Membership;
  team: Team;
  isMe: boolean;
  onChanged: () => void;
}) {
  const { isMe, membership, onChanged, team } = props;
  const [action, setAction] = useState<MembershipAction>();
  const [isChanging, setChanging] = useState(false);
  const isMember = MEMBER_STATUSES.includes(membership.status);
  return (
    <li>
      <div className={styles.between}>
        <span>
          <PersonChip entityRef={membership.userRef} />
          <span className={styles.quiet}>{facts(membership)}</span>
        </span>
        <span className={styles.row}>
          {membership.actions.map(each => (
            <Button
              key={each}
              size="small"
              variant="secondary"
              onPress={() => setAction(each)}
            >
              {MEMBERSHIP_ACTION_WORDS[each]}
            </Button>
          ))}
          {isMember && (isMe || team.isLead) && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setChanging(true)}
            >
              {isMe && !team.isLead ? 'Change my share' : 'Change'}
            </Button>
          )}
        </span>
      </div>
      {membership.message && (
        <p className={styles.text}>“{membership.message}”</p>
      )}
      {membership.note && <p className={styles.text}>{membership.note}</p>}
      {action && (
        <MembershipActionDialog
          membership={membership}
          teamTitle={team.title}
          action={action}
          onDone={onChanged}
          onClose={() => setAction(undefined)}
        />
      )}
      {isChanging && (
        <ChangeDialog
          membership={membership}
          team={team}
          isMe={isMe}
          onDone={onChanged}
          onClose={() => setChanging(false)}
        />
      )}
    </li>
  );
}
