import { Select, TextAreaField, TextField } from '@backstage/ui';
import {
  INTERACTION_MODES,
  TeamCharter,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { INTERACTION_WORDS } from '../words';
import { ChecksField } from './ChecksField';
import { MeasureFields } from './MeasureFields';
import { StepProps } from './stepProps';

const LONGEST_TITLE = 80;
const LONGEST_TEXT = 2000;

/** What the team is for, and how one sees that it got there. */
export function OutcomeStep({ definition, onChange }: StepProps) {
  const { charter, interactionMode } = definition;
  const change = (next: Partial<TeamCharter>) =>
    onChange({ charter: { ...charter, ...next } });
  return (
    <>
      <TextField
        label="Name"
        isRequired
        maxLength={LONGEST_TITLE}
        value={definition.title}
        onChange={title => onChange({ title })}
      />
      <TextField
        label="Part of (optional)"
        description="The larger undertaking that it belongs to"
        maxLength={LONGEST_TITLE}
        value={definition.initiative ?? ''}
        onChange={initiative =>
          onChange({ initiative: initiative || undefined })
        }
      />
      <TextAreaField
        label="Outcome"
        description="What is different when the team is done"
        isRequired
        rows={2}
        maxLength={LONGEST_TEXT}
        value={charter.outcome}
        onChange={outcome => change({ outcome })}
      />
      <TextAreaField
        label="In scope"
        rows={2}
        maxLength={LONGEST_TEXT}
        value={charter.inScope}
        onChange={inScope => change({ inScope })}
      />
      <TextAreaField
        label="Out of scope"
        rows={2}
        maxLength={LONGEST_TEXT}
        value={charter.outOfScope}
        onChange={outOfScope => change({ outOfScope })}
      />
      <MeasureFields
        measures={charter.measures}
        onChange={measures => change({ measures })}
      />
      <ChecksField
        checkIds={definition.checkIds}
        onChange={checkIds => onChange({ checkIds })}
      />
      <Select
        label="How it works with others"
        size="small"
        options={INTERACTION_MODES.map(id => ({
          id,
          label: INTERACTION_WORDS[id],
        }))}
        value={interactionMode}
        onChange={key =>
          onChange({
            interactionMode:
              INTERACTION_MODES.find(each => each === key) ?? interactionMode,
          })
        }
      />
    </>
  );
}
