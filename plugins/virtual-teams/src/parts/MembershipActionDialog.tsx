import { useApi } from '@backstage/frontend-plugin-api';
import { NumberField, TextAreaField } from '@backstage/ui';
import {
  Membership,
  MembershipAction,
  MEMBERSHIP_ACTION_INPUTS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../api';
import { dayAhead, MEMBERSHIP_ACTION_WORDS } from '../words';
import { FormDialog } from './FormDialog';

const YEAR_DAYS = 365;

/** Takes a step of a membership, with what it asks for. */
export function MembershipActionDialog(props: {
  membership: Membership;
  teamTitle: string;
  action: MembershipAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { action, membership, onClose, onDone, teamTitle } = props;
  const api = useApi(virtualTeamsApiRef);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [share, setShare] = useState(membership.allocationPct ?? NaN);
  const asks = MEMBERSHIP_ACTION_INPUTS[action];
  const asksNote = asks.includes('note');
  const asksDay = asks.includes('until');
  const asksShare = asks.includes('allocationPct?');
  return (
    <FormDialog
      title={`${MEMBERSHIP_ACTION_WORDS[action]}: ${teamTitle}`}
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
          ...(asksShare && Number.isFinite(share) && { allocationPct: share }),
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      {asksShare && (
        <NumberField
          label="Share of your working time, in percent (optional)"
          description="10 is half a day a week"
          minValue={1}
          maxValue={100}
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
          description="Only the person and those who lead the team read it."
          rows={3}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
      )}
    </FormDialog>
  );
}
