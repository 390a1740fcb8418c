import { useApi } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import {
  Membership,
  MembershipAction,
  MEMBERSHIP_ACTION_INPUTS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { FormDialog, numberOf } from '../../parts';
import { dayAhead, MEMBERSHIP_ACTION_WORDS } from '../../words';

const YEAR_DAYS = 365;

/** Takes a step of a membership, with what it asks for. */
export function MembershipActionDialog(props: {
  membership: Membership;
  action: MembershipAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { action, membership } = props;
  const api = useApi(virtualTeamsApiRef);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [share, setShare] = useState(
    membership.allocationPct?.toString() ?? '',
  );
  const asks = MEMBERSHIP_ACTION_INPUTS[action];
  const asksNote = asks.includes('note');
  const asksDay = asks.includes('until');
  const asksShare = asks.includes('allocationPct?');
  const allocationPct = asksShare ? numberOf(share) : undefined;
  return (
    <FormDialog
      {...props}
      title={MEMBERSHIP_ACTION_WORDS[action]}
      submit={MEMBERSHIP_ACTION_WORDS[action]}
      isComplete={
        (!asksNote || note.trim() !== '') && (!asksDay || until !== '')
      }
      onSubmit={() =>
        api.actOnMembership(membership.id, {
          action,
          version: membership.version,
          ...(note.trim() && { note: note.trim() }),
          ...(asksDay && { until }),
          ...(allocationPct !== undefined && { allocationPct }),
        })
      }
    >
      {asksShare && (
        <TextField
          label="Share of your time in percent (optional)"
          inputMode="numeric"
          value={share}
          onChange={setShare}
        />
      )}
      {asksDay && (
        <DayField
          label="Last day"
          min={dayAhead(1)}
          max={dayAhead(YEAR_DAYS)}
          value={until}
          onChange={setUntil}
        />
      )}
      {(asksNote || asks.includes('note?')) && (
        <TextAreaField
          label={asksNote ? 'Why' : 'A note (optional)'}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
      )}
    </FormDialog>
  );
}
