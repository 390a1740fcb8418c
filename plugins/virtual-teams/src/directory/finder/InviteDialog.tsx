import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  Select,
  TextAreaField,
} from '@backstage/ui';
import {
  JOINABLE_TEAM_STATUSES,
  MembershipRole,
  TeamSummary,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { useTeams, useTeamSettings, virtualTeamsApiRef } from '../../api';
import { ROLE_WORDS } from '../../words';
import { EntityTitle } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import styles from '../directory.module.css';

const LONGEST_MESSAGE = 2000;
const ROLES: readonly MembershipRole[] = [
  'member',
  'expert',
  'deputy',
  'observer',
];

function InviteForm(props: {
  userRef: string;
  skillId?: string;
  teams: TeamSummary[];
  onSent: () => void;
  onClose: () => void;
}) {
  const { onClose, onSent, skillId, teams, userRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const days = useTeamSettings().value?.settings.answerDays;
  const [teamRef, setTeamRef] = useState(teams[0].teamRef);
  const [role, setRole] = useState<MembershipRole>('expert');
  const [message, setMessage] = useState('');
  const { isBusy, problem, send } = useRequest();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) {
      send(async () => {
        await api.addMembership(teamRef, {
          userRef,
          role,
          ...(skillId && { skillIds: [skillId] }),
          ...(message.trim() && { message: message.trim() }),
        });
        onSent();
      });
    }
  };
  return (
    <form className={styles.form} aria-label="Invite" onSubmit={submit}>
      <p className={styles.line}>
        The person decides{days !== undefined && `, within ${days} days`}. Until
        then only they, you and those who lead the team know of it.
      </p>
      <Select
        label="Into"
        size="small"
        options={teams.map(team => ({ id: team.teamRef, label: team.title }))}
        value={teamRef}
        onChange={key => setTeamRef(String(key))}
      />
      <Select
        label="As"
        size="small"
        options={ROLES.map(id => ({ id, label: ROLE_WORDS[id] }))}
        value={role}
        onChange={key => setRole(ROLES.find(each => each === key) ?? role)}
      />
      <TextAreaField
        label="Message (optional)"
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={message}
        onChange={setMessage}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          Not invited: {problem.message}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={isBusy}
        >
          Invite
        </Button>
        <Button size="small" variant="tertiary" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Invites somebody who was found into a team that the reader leads. */
export function InviteDialog(props: {
  userRef: string;
  skillId?: string;
  onClose: () => void;
}) {
  const { onClose, userRef } = props;
  const live = useTeams({ mine: true, status: [...JOINABLE_TEAM_STATUSES] });
  const [isSent, setSent] = useState(false);
  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>
        Invite <EntityTitle entityRef={userRef} />
      </DialogHeader>
      <DialogBody>
        {isSent ? (
          <p role="status" className={styles.line}>
            They are invited. Nobody joins without their own yes.
          </p>
        ) : (
          <LivePanel
            live={live}
            subject="Your teams"
            height={240}
            forbidden={<TeamsForbidden what="virtual teams" />}
          >
            {({ items }) => {
              const led = items.filter(({ mine }) => mine === 'lead');
              return led.length === 0 ? (
                <PanelEmpty title="You lead no team that takes members">
                  Propose a team, or tell a lead of this person.
                </PanelEmpty>
              ) : (
                <InviteForm
                  {...props}
                  teams={led}
                  onSent={() => setSent(true)}
                />
              );
            }}
          </LivePanel>
        )}
      </DialogBody>
    </Dialog>
  );
}
