import { useApi } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import {
  Team,
  TEAM_KIND_RULES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { FormDialog, numberOf } from '../../parts';

/** Asks to join; in a team that is open to all one is in at once. */
export function JoinDialog(props: {
  team: Team;
  onDone: () => void;
  onClose: () => void;
}) {
  const { team } = props;
  const { hasAllocation, isOpenToAll } = TEAM_KIND_RULES[team.kind];
  const api = useApi(virtualTeamsApiRef);
  const [message, setMessage] = useState('');
  const [share, setShare] = useState('');
  const allocationPct = numberOf(share);
  return (
    <FormDialog
      {...props}
      title={isOpenToAll ? 'Join the team' : 'Ask to join'}
      submit={isOpenToAll ? 'Join' : 'Ask'}
      onSubmit={() =>
        api.addMembership(team.teamRef, {
          role: 'member',
          ...(allocationPct !== undefined && { allocationPct }),
          ...(message.trim() && { message: message.trim() }),
        })
      }
    >
      <p>
        {isOpenToAll
          ? 'This team is open to all: you are in at once.'
          : 'The lead or a deputy decides. You can take it back until then.'}
      </p>
      {hasAllocation && (
        <TextField
          label="Share of your time in percent (optional)"
          inputMode="numeric"
          value={share}
          onChange={setShare}
        />
      )}
      <TextAreaField
        label="What you bring (optional)"
        rows={3}
        maxLength={2000}
        value={message}
        onChange={setMessage}
      />
    </FormDialog>
  );
}
