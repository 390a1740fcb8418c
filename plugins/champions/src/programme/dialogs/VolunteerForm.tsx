import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  NumberField,
  Radio,
  RadioGroup,
  TextField,
} from '@backstage/ui';
import {
  ProgrammeSettings,
  VolunteerInput,
  VolunteerOffer,
} from '@synchrony/backstage-plugin-champions-common';
import { RefListField, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { championsApiRef } from '../../api';
import styles from '../programme.module.css';

const SCOPE_KINDS = ['group', 'system', 'domain', 'component'];

const WILLING = [
  { id: 'champion', label: 'Be a champion' },
  { id: 'deputy', label: 'Be a deputy' },
  { id: 'mentor', label: 'Mentor a new champion' },
] as const;

function startOf(
  offer: VolunteerOffer | undefined,
  { capacity }: ProgrammeSettings,
): VolunteerInput {
  if (!offer) {
    return {
      specialisms: [],
      capacityPct: capacity.defaultPct,
      scopeRefs: [],
      willing: ['champion'],
      visibility: 'captains',
    };
  }
  const { updatedAt: _updatedAt, ...input } = offer;
  return input;
}

/** What a person offers; it can be taken back at any time. */
export function VolunteerForm(props: {
  settings: ProgrammeSettings;
  offer?: VolunteerOffer;
  onCancel: () => void;
  onDone: () => void;
}) {
  const { offer, onCancel, onDone, settings } = props;
  const api = useApi(championsApiRef);
  const [draft, setDraft] = useState(() => startOf(offer, settings));
  const { isBusy, problem, send } = useRequest();
  const set = (change: Partial<VolunteerInput>) =>
    setDraft(before => ({ ...before, ...change }));
  const { maxPct } = settings.capacity;
  const isComplete =
    draft.willing.length > 0 &&
    draft.capacityPct >= 1 &&
    draft.capacityPct <= maxPct;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      const note = draft.note?.trim();
      send(async () => {
        await api.volunteer({ ...draft, note: note || undefined });
        onDone();
      });
    }
  };

  return (
    <form className={styles.form} aria-label="Offer to help" onSubmit={submit}>
      <p className={styles.line}>
        An offer binds you to nothing: you are asked before anything comes of
        it, and you can take it back at any time.
      </p>
      <CheckboxGroup
        label="I would"
        value={draft.willing}
        onChange={chosen =>
          set({
            willing: WILLING.map(({ id }) => id).filter(id =>
              chosen.includes(id),
            ),
          })
        }
      >
        {WILLING.map(({ id, label }) => (
          <Checkbox key={id} value={id}>
            {label}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {settings.specialisms.length > 0 && (
        <CheckboxGroup
          label="I know about"
          value={draft.specialisms}
          onChange={specialisms => set({ specialisms })}
        >
          {settings.specialisms.map(({ id, title }) => (
            <Checkbox key={id} value={id}>
              {title}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <NumberField
        label="Percent of my working time"
        description={`From 1 to ${maxPct}; your lead agrees before it starts`}
        minValue={1}
        maxValue={maxPct}
        value={draft.capacityPct}
        onChange={capacityPct => set({ capacityPct })}
      />
      <RefListField
        label="Only for (optional)"
        description="Teams, systems, domains or components; none for any"
        kinds={SCOPE_KINDS}
        refs={draft.scopeRefs}
        onChange={scopeRefs => set({ scopeRefs })}
      />
      <RadioGroup
        label="Who may see my offer"
        value={draft.visibility}
        onChange={value =>
          set({ visibility: value === 'leads' ? 'leads' : 'captains' })
        }
      >
        <Radio value="captains">Only those who run the programme</Radio>
        <Radio value="leads">Also leads of teams who look for someone</Radio>
      </RadioGroup>
      <TextField
        label="A note (optional)"
        maxLength={500}
        value={draft.note ?? ''}
        onChange={note => set({ note })}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          Not saved: {problem.message}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!isComplete || isBusy}
        >
          Save my offer
        </Button>
        {offer && (
          <Button
            size="small"
            variant="secondary"
            isDisabled={isBusy}
            onPress={() =>
              send(async () => {
                await api.stopVolunteering();
                onDone();
              })
            }
          >
            Take my offer back
          </Button>
        )}
        <Button size="small" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
