import { parseEntityRef } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import {
  AssignmentAction,
  ChampionAssignment,
} from '@synchrony/backstage-plugin-champions-common';
import { useState } from 'react';
import { ACTION_WORDS } from '../../words';
import { ActionDialog } from './ActionDialog';
import styles from './dialogs.module.css';

const MAIN: readonly AssignmentAction[] = [
  'accept',
  'agreeCapacity',
  'reconfirm',
];

/** What the reader can do with an assignment, as buttons with their dialogs. */
export function AssignmentButtons(props: {
  assignment: ChampionAssignment;
  /** Only these of the actions that are open; all by default. */
  only?: readonly AssignmentAction[];
  /** Called with what happened, in words. */
  onChanged: (words: string) => void;
}) {
  const { assignment, only, onChanged } = props;
  const [action, setAction] = useState<AssignmentAction>();
  const open = assignment.actions.filter(each => !only || only.includes(each));
  const { name } = parseEntityRef(assignment.scopeRef);
  if (open.length === 0) {
    return null;
  }
  return (
    <div className={styles.buttons}>
      {open.map(each => (
        <Button
          key={each}
          size="small"
          variant={MAIN.includes(each) ? 'secondary' : 'tertiary'}
          aria-label={`${ACTION_WORDS[each].title}: ${name}`}
          onPress={() => setAction(each)}
        >
          {ACTION_WORDS[each].title}
        </Button>
      ))}
      {action && (
        <ActionDialog
          assignment={assignment}
          action={action}
          onClose={() => setAction(undefined)}
          onDone={words => {
            setAction(undefined);
            onChanged(words);
          }}
        />
      )}
    </div>
  );
}
