import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  NumberField,
  TextAreaField,
} from '@backstage/ui';
import {
  Membership,
  MEMBERSHIP_ACTION_INPUTS,
  MembershipAction,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { dayAhead, MEMBERSHIP_ACTION_WORDS } from '../../words';
import styles from '../directory.module.css';

const LONGEST_NOTE = 2000;

/** Takes a step of a membership, with what has to be said with it. */
export function AnswerDialog(props: {
  membership: Membership;
  teamTitle: string;
  action: MembershipAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { action, membership, onClose, onDone, teamTitle } = props;
  const api = useApi(virtualTeamsApiRef);
  const asked = MEMBERSHIP_ACTION_INPUTS[action];
  const [note, setNote] = useState('');
  const [share, setShare] = useState(membership.allocationPct ?? NaN);
  const [until, setUntil] = useState('');
  const { isBusy, problem, send } = useRequest();
  const isComplete =
    (!asked.includes('note') || note.trim() !== '') &&
    (!asked.includes('until') || until !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(async () => {
        await api.actOnMembership(membership.id, {
          action,
          version: membership.version,
          ...(note.trim() && { note: note.trim() }),
          ...(asked.includes('allocationPct?') &&
            share && { allocationPct: share }),
          ...(until && { until }),
        });
        onDone();
        onClose();
      });
    }
  };
  const title = `${MEMBERSHIP_ACTION_WORDS[action]}: ${teamTitle}`;
  return (
    <Dialog isOpen width={480} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form className={styles.form} aria-label={title} onSubmit={submit}>
          {asked.includes('allocationPct?') && (
            <NumberField
              label="Share of your working time, in percent (optional)"
              description="10 is half a day a week"
              minValue={1}
              maxValue={100}
              value={share}
              onChange={setShare}
            />
          )}
          {asked.includes('until') && (
            <DayField
              label="Last day"
              min={dayAhead(1)}
              max={dayAhead(365)}
              value={until}
              onChange={setUntil}
            />
          )}
          {(asked.includes('note') || asked.includes('note?')) && (
            <TextAreaField
              label={asked.includes('note') ? 'Why?' : 'Message (optional)'}
              rows={2}
              maxLength={LONGEST_NOTE}
              value={note}
              onChange={setNote}
            />
          )}
          {problem && (
            <p className={styles.problem} role="alert">
              Not done: {problem.message}
            </p>
          )}
          <div className={styles.buttons}>
            <Button
              type="submit"
              size="small"
              variant="primary"
              isDisabled={!isComplete || isBusy}
            >
              {MEMBERSHIP_ACTION_WORDS[action]}
            </Button>
            <Button size="small" variant="tertiary" onPress={onClose}>
              Cancel
            </Button>
          </div>
        </form>
      </DialogBody>
    </Dialog>
  );
}
