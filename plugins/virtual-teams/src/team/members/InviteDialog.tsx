import { useApi } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { MembershipRole } from '@synchrony/backstage-plugin-virtual-teams-common';
import { CatalogPicker, PersonChip } from '@synchrony/ui';
import { useState } from 'react';
import { useTeamSettings, virtualTeamsApiRef } from '../../api';
import { Choice, FormDialog } from '../../parts';
import { ROLE_WORDS } from '../../words';
import { ASSIGNABLE_ROLES } from './roles';

/** Invites somebody; whoever is invited decides. */
export function InviteDialog(props: {
  teamRef: string;
  userRef?: string;
  skillId?: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { skillId, teamRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const days = useTeamSettings().value?.settings.answerDays;
  const [picked, setPicked] = useState<string>();
  const [role, setRole] = useState<MembershipRole>(
    skillId ? 'expert' : 'member',
  );
  const [message, setMessage] = useState('');
  const userRef = props.userRef ?? picked;
  return (
    <FormDialog
      {...props}
      title="Invite into the team"
      submit="Invite"
      isComplete={userRef !== undefined}
      onSubmit={() =>
        api.addMembership(teamRef, {
          userRef,
          role,
          ...(skillId && { skillIds: [skillId] }),
          ...(message.trim() && { message: message.trim() }),
        })
      }
    >
      {props.userRef ? (
        <PersonChip entityRef={props.userRef} />
      ) : (
        <CatalogPicker label="Person" kinds={['user']} onChange={setPicked} />
      )}
      <Choice
        label="As"
        ids={ASSIGNABLE_ROLES}
        words={ROLE_WORDS}
        value={role}
        onChange={setRole}
      />
      <TextAreaField
        label="Message (optional)"
        rows={3}
        maxLength={2000}
        value={message}
        onChange={setMessage}
      />
      <p>
        The person decides{days !== undefined && `, within ${days} days`}.
        Nobody joins without their own yes.
      </p>
    </FormDialog>
  );
}
