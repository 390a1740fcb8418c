import { useApi } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import {
  TEAM_ACTION_INPUTS,
  TeamAction,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { FormDialog } from '../../parts';
import { TEAM_ACTION_WORDS } from '../../words';
import type { TeamTabProps } from '../TeamPage';
import styles from '../team.module.css';

const FORWARD: readonly TeamAction[] = [
  'approve',
  'start',
  'resume',
  'archive',
];
const ENDS: readonly TeamAction[] = ['reject', 'abandon'];

function ActionDialog(
  props: TeamTabProps & { action: TeamAction; onClose: () => void },
) {
  const { action, onChanged, onClose, team } = props;
  const api = useApi(virtualTeamsApiRef);
  const [note, setNote] = useState('');
  const isAsked = TEAM_ACTION_INPUTS[action].includes('note');
  return (
    <FormDialog
      title={TEAM_ACTION_WORDS[action]}
      submit={TEAM_ACTION_WORDS[action]}
      isDestructive={ENDS.includes(action)}
      isComplete={!isAsked || note.trim() !== ''}
      onSubmit={() =>
        api.actOnTeam(team.teamRef, {
          action,
          version: team.version,
          ...(note.trim() && { note: note.trim() }),
        })
      }
      onDone={onChanged}
      onClose={onClose}
    >
      <TextAreaField
        label={isAsked ? 'Why' : 'A note (optional)'}
        description="It stands in the timeline."
        rows={3}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
}

/** The steps that are open now, and what is missing for the others. */
export function TeamActions(props: TeamTabProps) {
  const { actions, obstacles } = props.team;
  const [action, setAction] = useState<TeamAction>();
  const first = actions.find(each => FORWARD.includes(each));
  const blocked = [...new Set(obstacles.map(each => each.action))];
  return (
    <>
      {actions.map(each => (
        <Button
          key={each}
          size="small"
          variant={each === first ? 'primary' : 'secondary'}
          onPress={() => setAction(each)}
        >
          {TEAM_ACTION_WORDS[each]}
        </Button>
      ))}
      {blocked.map(each => (
        <div key={each} className={styles.quiet}>
          Not yet: {TEAM_ACTION_WORDS[each]}. It still needs:
          <ul
            className={styles.plain}
            aria-label={`Missing for: ${TEAM_ACTION_WORDS[each]}`}
          >
            {obstacles
              .filter(obstacle => obstacle.action === each)
              .map(({ guard, message }) => (
                <li key={guard}>{message}</li>
              ))}
          </ul>
        </div>
      ))}
      {action && (
        <ActionDialog
          {...props}
          action={action}
          onClose={() => setAction(undefined)}
        />
      )}
    </>
  );
}
