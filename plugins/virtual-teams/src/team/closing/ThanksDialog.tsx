import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox, TextAreaField } from '@backstage/ui';
import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { EntityTitle } from '../../directory/parts/EntityTitle';
import { FormDialog } from '../../parts';
import { useTeamMemberships } from '../teamData';

const THANKED = ['active', 'leaving', 'left'];

/** Thanks people who are or were in the team. */
export function ThanksDialog(props: {
  team: Team;
  onDone: () => void;
  onClose: () => void;
}) {
  const { team } = props;
  const api = useApi(virtualTeamsApiRef);
  const items = useTeamMemberships(team.teamRef).value?.items ?? [];
  const people = [
    ...new Set(
      items
        .filter(({ status }) => THANKED.includes(status))
        .map(({ userRef }) => userRef),
    ),
  ];
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
      {people.map(ref => (
        <Checkbox
          key={ref}
          isSelected={to.includes(ref)}
          onChange={isThanked =>
            setTo([
              ...to.filter(each => each !== ref),
              ...(isThanked ? [ref] : []),
            ])
          }
        >
          <EntityTitle entityRef={ref} />
        </Checkbox>
      ))}
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
