import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, TextAreaField } from '@backstage/ui';
import {
  Membership,
  MembershipStatus,
  Team,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { EntityTitle } from '../../directory/parts/EntityTitle';
import { FormDialog } from '../../parts';
import { useTeamMemberships } from '../teamData';

const THANKED: readonly MembershipStatus[] = ['active', 'leaving', 'left'];

/** Each person once who is or was in the team. */
function peopleOf(memberships: Membership[]): string[] {
  const thanked = memberships.filter(({ status }) => THANKED.includes(status));
  return [...new Set(thanked.map(({ userRef }) => userRef))];
}

/** Thanks people who are or were in the team. */
export function ThanksDialog(props: {
  team: Team;
  onDone: () => void;
  onClose: () => void;
}) {
  const { team } = props;
  const api = useApi(virtualTeamsApiRef);
  const live = useTeamMemberships(team.teamRef);
  const [to, setTo] = useState<string[]>([]);
  const [message, setMessage] = useState('');
  return (
    <FormDialog
      {...props}
      title="Thank members"
      submit="Send thanks"
      isComplete={to.length > 0 && message.trim() !== ''}
      onSubmit={() => api.thank(team.teamRef, { to, message: message.trim() })}
    >
      <LivePanel
        live={live}
        subject="Members"
        height={120}
        forbidden={<TeamsForbidden what="members" />}
      >
        {({ items }) => (
          <CheckboxGroup label="To" value={to} onChange={setTo}>
            {peopleOf(items).map(ref => (
              <Checkbox key={ref} value={ref}>
                <EntityTitle entityRef={ref} />
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
      </LivePanel>
      <TextAreaField
        label="Message"
        rows={3}
        maxLength={2000}
        value={message}
        onChange={setMessage}
      />
    </FormDialog>
  );
}
