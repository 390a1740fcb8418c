import { useApi } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { FormDialog } from '../../parts';
import { dayAhead } from '../../words';
import {
  areNumbers,
  MeasureFields,
  measureValues,
  typedValues,
} from '../measures';

const DAYS_TO_NEXT = 30;

/** Writes down where the measures stand, and when to look again. */
export function ReviewDialog(props: {
  team: Team;
  onDone: () => void;
  onClose: () => void;
}) {
  const { team } = props;
  const { measures } = team.charter;
  const api = useApi(virtualTeamsApiRef);
  const [note, setNote] = useState('');
  const [nextReviewAt, setNext] = useState(dayAhead(DAYS_TO_NEXT));
  const [typed, setTyped] = useState(typedValues(measures));
  return (
    <FormDialog
      {...props}
      title="Write a review"
      submit="Save the review"
      isComplete={
        note.trim() !== '' && nextReviewAt !== '' && areNumbers(typed)
      }
      onSubmit={() =>
        api.reviewTeam(team.teamRef, {
          version: team.version,
          note: note.trim(),
          nextReviewAt,
          values: measureValues(typed),
        })
      }
    >
      <MeasureFields measures={measures} values={typed} onChange={setTyped} />
      <TextAreaField
        label="What you found"
        rows={4}
        maxLength={4000}
        value={note}
        onChange={setNote}
      />
      <DayField
        label="Next review"
        min={dayAhead(1)}
        value={nextReviewAt}
        onChange={setNext}
      />
    </FormDialog>
  );
}
