import { useApi } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { CatalogPicker } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { FormDialog } from '../../parts';
import {
  areNumbers,
  MeasureFields,
  measureValues,
  typedValues,
} from '../measures';
import { areComplete, ArtefactFields } from './ArtefactFields';

/** Writes down what came of the team and who takes over. */
export function OutcomeDialog(props: {
  team: Team;
  onDone: () => void;
  onClose: () => void;
}) {
  const { team } = props;
  const { measures } = team.charter;
  const record = team.outcomeRecord;
  const api = useApi(virtualTeamsApiRef);
  const [summary, setSummary] = useState(record?.summary ?? '');
  const [stillOpen, setStillOpen] = useState(record?.stillOpen ?? '');
  const [story, setStory] = useState(record?.story ?? '');
  const [owner, setOwner] = useState(record?.handoverOwnerRef);
  const [artefacts, setArtefacts] = useState(record?.artefacts ?? []);
  const [typed, setTyped] = useState(typedValues(measures));
  const save = () =>
    api.recordOutcome(team.teamRef, {
      version: team.version,
      summary: summary.trim(),
      handoverOwnerRef: owner ?? '',
      artefacts: artefacts.filter(({ title, url }) => title && url),
      values: measureValues(typed),
      ...(stillOpen.trim() && { stillOpen: stillOpen.trim() }),
      ...(story.trim() && { story: story.trim() }),
    });
  return (
    <FormDialog
      {...props}
      title="Outcome of the team"
      submit="Save the outcome"
      isComplete={
        summary.trim() !== '' &&
        owner !== undefined &&
        areNumbers(typed) &&
        areComplete(artefacts)
      }
      onSubmit={save}
    >
      <TextAreaField
        label="What came of it"
        rows={4}
        maxLength={4000}
        value={summary}
        onChange={setSummary}
      />
      <TextAreaField
        label="What is left, or did not work (optional)"
        rows={3}
        maxLength={4000}
        value={stillOpen}
        onChange={setStillOpen}
      />
      <MeasureFields measures={measures} values={typed} onChange={setTyped} />
      <CatalogPicker
        label="Who takes over"
        kinds={['group']}
        description="A group of the organisation, no virtual team"
        initial={owner}
        onChange={setOwner}
      />
      <ArtefactFields artefacts={artefacts} onChange={setArtefacts} />
      <TextAreaField
        label="A first draft of a story (optional)"
        rows={3}
        maxLength={4000}
        value={story}
        onChange={setStory}
      />
    </FormDialog>
  );
}
