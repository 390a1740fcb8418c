import { useApi } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import {
  ASSIGNMENT_ACTION_INPUTS,
  AssignmentAction,
  ChampionAssignment,
} from '@synchrony/backstage-plugin-champions-common';
import { FormEvent, useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { championsApiRef, useProgrammeSettings } from '../../api';
import { ACTION_WORDS, ROLE_WORDS } from '../../words';
import { ActionFields } from './ActionFields';
import { ActionDraft, emptyDraft, isComplete, toInput } from './actionDraft';
import { OverCapacityField } from './OverCapacityField';
import { ProblemNote } from './ProblemNote';
import styles from './dialogs.module.css';

const FALLBACK_CAPACITY = { defaultPct: 10, maxPct: 100 };
const ENDING: readonly AssignmentAction[] = ['withdraw', 'remove'];

function ActionForm(props: {
  assignment: ChampionAssignment;
  action: AssignmentAction;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { action, assignment, onClose, onDone } = props;
  const api = useApi(championsApiRef);
  const words = ACTION_WORDS[action];
  const fields = ASSIGNMENT_ACTION_INPUTS[action];
  const capacity =
    useProgrammeSettings().value?.settings.capacity ?? FALLBACK_CAPACITY;
  const [changes, setChanges] = useState<Partial<ActionDraft>>({});
  const draft = { ...emptyDraft(assignment, capacity.defaultPct), ...changes };
  const [isConfirmed, setConfirmed] = useState(false);
  const { isBusy, problem, send } = useRequest();
  const canSend = isComplete(fields, draft) && !isBusy;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) {
      send(async () => {
        await api.actOnAssignment(assignment.id, {
          action,
          version: assignment.version,
          ...toInput(fields, draft),
          ...(isConfirmed && { confirmOverCapacity: true }),
        });
        onDone(words.done);
      });
    }
  };

  return (
    <form className={styles.form} aria-label={words.title} onSubmit={submit}>
      <p>
        <strong>
          {ROLE_WORDS[assignment.role]} for{' '}
          <EntityDisplayName entityRef={assignment.scopeRef} hideIcon />
          {': '}
          <EntityDisplayName entityRef={assignment.userRef} hideIcon />
        </strong>
      </p>
      <p>{words.meaning}</p>
      <ActionFields
        assignment={assignment}
        fields={fields}
        draft={draft}
        maxPct={capacity.maxPct}
        onChange={change => setChanges({ ...changes, ...change })}
      />
      <ProblemNote problem={problem} onReload={() => onDone('Reloaded.')} />
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
          destructive={ENDING.includes(action)}
          isDisabled={!canSend}
        >
          {words.submit}
        </Button>
        <Button size="small" variant="tertiary" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Says what an action on an assignment means, asks what it needs, and does it. */
export function ActionDialog(props: {
  assignment: ChampionAssignment;
  action: AssignmentAction;
  onClose: () => void;
  /** Called with what happened, in words. */
  onDone: (words: string) => void;
}) {
  const { action, onClose } = props;
  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>{ACTION_WORDS[action].title}</DialogHeader>
      <DialogBody>
        <ActionForm {...props} />
      </DialogBody>
    </Dialog>
  );
}
