import { useApi } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import {
  ENDORSEMENT_CONTEXTS,
  EndorsementContext,
  Expertise,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../api';
import { Choice, FormDialog } from '../parts';
import { CONTEXT_WORDS } from '../words';

/** Says of somebody, from work together, that they have a skill. */
export function EndorseDialog(props: {
  userRef: string;
  skill: Expertise;
  onDone: () => void;
  onClose: () => void;
}) {
  const { onClose, onDone, skill, userRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const [context, setContext] = useState<EndorsementContext>('review');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  return (
    <FormDialog
      title={`Endorse ${skill.skillName}`}
      submit="Endorse"
      isComplete={text.trim() !== ''}
      onSubmit={() =>
        api.endorse(userRef, {
          skillId: skill.skillId,
          context,
          ...(subject.trim() !== '' && { subject: subject.trim() }),
          text: text.trim(),
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        Your name stands beside it, for those who see the skill. You can take it
        back on your profile, and the person can remove it.
      </p>
      <Choice
        label="Where you worked together"
        words={CONTEXT_WORDS}
        ids={ENDORSEMENT_CONTEXTS}
        value={context}
        onChange={setContext}
      />
      <TextField
        label="What it was (optional)"
        size="small"
        value={subject}
        onChange={setSubject}
      />
      <TextAreaField
        label="What you saw them do"
        value={text}
        onChange={setText}
        maxLength={500}
        isRequired
      />
    </FormDialog>
  );
}
