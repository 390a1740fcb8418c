import { useApi } from '@backstage/frontend-plugin-api';
import { Button, NumberField, TextAreaField } from '@backstage/ui';
import {
  ASSIGNMENT_ACTION_INPUTS,
  AssignmentAction,
  ChampionAssignment,
} from '@synchrony/backstage-plugin-champions-common';
import { FormEvent, useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { championsApiRef, useProgrammeSettings } from '../../api';
import { OverCapacityField } from '../../desk/dialogs';
import { ACTION_WORDS } from '../../words';
import styles from '../programme.module.css';

/** Asks for what an action needs, and does it. */
export function ActionForm(props: {
  assignment: ChampionAssignment;
  action: AssignmentAction;
  onCancel: () => void;
  onDone: () => void;
}) {
  const { action, assignment, onCancel, onDone } = props;
  const api = useApi(championsApiRef);
  const capacity = useProgrammeSettings().value?.settings.capacity;
  const [note, setNote] = useState('');
  const [chosenPct, setChosenPct] = useState(assignment.offeredPct);
  const [isConfirmed, setConfirmed] = useState(false);
  const { isBusy, problem, send } = useRequest();
  const inputs = ASSIGNMENT_ACTION_INPUTS[action];
  const needsNote = inputs.includes('note');
  const takesNote = needsNote || inputs.includes('note?');
  const needsPct = inputs.includes('capacityPct');
  const pct = chosenPct ?? capacity?.defaultPct;
  const isComplete =
    (!needsNote || note.trim() !== '') && (!needsPct || Boolean(pct));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(async () => {
        await api.actOnAssignment(assignment.id, {
          action,
          version: assignment.version,
          ...(note.trim() && { note: note.trim() }),
          ...(needsPct && { capacityPct: pct }),
          ...(isConfirmed && { confirmOverCapacity: true }),
        });
        onDone();
      });
    }
  };

  return (
    <form
      className={styles.form}
      aria-label={ACTION_WORDS[action].title}
      onSubmit={submit}
    >
      {needsPct && (
        <NumberField
          label="Percent of working time"
          description={capacity && `At most ${capacity.maxPct}`}
          minValue={1}
          maxValue={capacity?.maxPct}
          value={pct ?? NaN}
          onChange={setChosenPct}
        />
      )}
      {takesNote && (
        <TextAreaField
          label={needsNote ? 'Why?' : 'Why? (optional)'}
          description="The person reads it"
          rows={2}
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          Not done: {problem.message}
        </p>
      )}
      <OverCapacityField
        problem={problem}
        isConfirmed={isConfirmed}
        onChange={setConfirmed}
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!isComplete || isBusy}
        >
          {ACTION_WORDS[action].submit}
        </Button>
        <Button size="small" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
