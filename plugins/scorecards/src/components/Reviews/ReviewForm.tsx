import {
  Button,
  Checkbox,
  CheckboxGroup,
  Select,
  TextField,
} from '@backstage/ui';
import {
  ScorecardInfo,
  ScorecardReview,
  ScorecardReviewInput,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogPicker,
  DayField,
  RefListField,
  useRequest,
} from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { AgendaPreview } from './AgendaPreview';
import { draftOfReview, emptyReviewDraft, inputOfReview } from './reviewDraft';
import styles from './Reviews.module.css';

const TIERS = ['tier-1', 'tier-2', 'tier-3', 'tier-4'];

/** Asks for all of a review. What a running one is about stays as it is. */
export function ReviewForm(props: {
  review?: ScorecardReview;
  /** Ref of the signed-in user. */
  me: string;
  within?: string;
  choices: ScorecardInfo[];
  onSave: (input: ScorecardReviewInput) => Promise<void>;
  onCancel: () => void;
}) {
  const { choices, me, onCancel, onSave, review, within } = props;
  const [draft, setDraft] = useState(
    review
      ? draftOfReview(review)
      : emptyReviewDraft(choices[0]?.id ?? '', me, within),
  );
  const [isPreviewed, setPreviewed] = useState(false);
  const { isBusy, problem, send } = useRequest();
  const set = (change: Partial<typeof draft>) =>
    setDraft(before => ({ ...before, ...change }));
  const input = inputOfReview(draft);
  const isRunning = review?.status === 'running';
  const isComplete = input.title.length >= 3 && draft.facilitator !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(() => onSave(input));
    }
  };

  return (
    <form
      className={styles.form}
      aria-label="Scorecard review"
      onSubmit={submit}
    >
      <TextField
        label="Title"
        description="e.g. Payments, November"
        size="small"
        value={draft.title}
        onChange={title => set({ title })}
      />
      <CatalogPicker
        label="Facilitator"
        description="Runs the review and records what is decided"
        kinds={['user']}
        initial={draft.facilitator}
        onChange={facilitator => set({ facilitator: facilitator ?? '' })}
      />
      <RefListField
        label="Participants (optional)"
        description="Seen by those who are part of it only"
        kinds={['user']}
        refs={draft.participants}
        onChange={participants => set({ participants })}
      />
      <DayField
        label="Day (optional)"
        isOptional
        value={draft.plannedFor}
        onChange={plannedFor => set({ plannedFor })}
      />
      {!isRunning && (
        <>
          {choices.length > 1 && (
            <Select
              label="Scorecard"
              size="small"
              options={choices.map(({ id, title }) => ({ id, label: title }))}
              value={draft.scorecardId}
              onChange={key => set({ scorecardId: String(key) })}
            />
          )}
          <RefListField
            label="Within groups, systems or domains"
            description="Groups with those below them; none for all components"
            kinds={['group', 'system', 'domain']}
            refs={draft.within}
            onChange={refs => set({ within: refs })}
          />
          <RefListField
            label="Only these components (optional)"
            kinds={['component']}
            refs={draft.entities}
            onChange={entities => set({ entities })}
          />
          <CheckboxGroup
            label="Tiers (none for all)"
            value={draft.tiers}
            onChange={tiers => set({ tiers })}
          >
            {TIERS.map(tier => (
              <Checkbox key={tier} value={tier}>
                {tier}
              </Checkbox>
            ))}
          </CheckboxGroup>
          {isPreviewed ? (
            <AgendaPreview
              scorecardId={input.scorecardId}
              scope={input.scope}
            />
          ) : (
            <div>
              <Button
                size="small"
                variant="secondary"
                onPress={() => setPreviewed(true)}
              >
                Show the agenda
              </Button>
            </div>
          )}
        </>
      )}
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
          {review ? 'Save' : 'Plan the review'}
        </Button>
        <Button size="small" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
