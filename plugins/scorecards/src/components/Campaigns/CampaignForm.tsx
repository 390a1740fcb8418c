import {
  Button,
  Checkbox,
  CheckboxGroup,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import {
  Campaign,
  CampaignGoalChoice,
  CampaignInput,
  EARNED_LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { DayField, levelLabel, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { draftOf, emptyDraft, inputOf } from './campaignDraft';
import { CampaignPreviewCard } from './CampaignPreviewCard';
import { MilestoneFields } from './MilestoneFields';
import styles from './Campaigns.module.css';

const TIERS = ['tier-1', 'tier-2', 'tier-3', 'tier-4'];

/** Asks for all of a campaign. The goal and start of a running one stay. */
export function CampaignForm(props: {
  campaign?: Campaign;
  choices: CampaignGoalChoice[];
  onSave: (input: CampaignInput) => Promise<void>;
  onCancel: () => void;
}) {
  const { campaign, choices, onCancel, onSave } = props;
  const [draft, setDraft] = useState(
    campaign
      ? draftOf(campaign)
      : emptyDraft(
          choices[0]?.scorecardId ?? '',
          new Date().toISOString().slice(0, 10),
        ),
  );
  const { isBusy, problem, send } = useRequest();
  const isRunning = campaign?.status === 'active';
  const set = (change: Partial<typeof draft>) =>
    setDraft(before => ({ ...before, ...change }));
  const chosen = choices.find(each => each.scorecardId === draft.scorecardId);
  const input = inputOf(draft);
  const isComplete =
    input.title.length >= 3 &&
    draft.startDate !== '' &&
    draft.targetDate !== '' &&
    (draft.checks.length > 0 || draft.level !== undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      send(() => onSave(input));
    }
  };

  return (
    <form className={styles.form} aria-label="Campaign" onSubmit={submit}>
      <TextField
        label="Title"
        size="small"
        value={draft.title}
        onChange={title => set({ title })}
      />
      <TextAreaField
        label="What it is about (Markdown, optional)"
        rows={3}
        maxLength={4000}
        value={draft.description}
        onChange={description => set({ description })}
      />
      {choices.length > 1 && (
        <Select
          label="Scorecard"
          size="small"
          isDisabled={isRunning}
          options={choices.map(({ scorecardId, title }) => ({
            id: scorecardId,
            label: title,
          }))}
          value={draft.scorecardId}
          onChange={key => set({ scorecardId: String(key), checks: [] })}
        />
      )}
      <CheckboxGroup
        label="Checks that have to pass"
        isDisabled={isRunning}
        value={draft.checks}
        onChange={checks => set({ checks })}
      >
        {(chosen?.checks ?? []).map(({ id, title }) => (
          <Checkbox key={id} value={id}>
            {title}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Select
        label="Level to reach"
        size="small"
        isDisabled={isRunning}
        options={[
          { id: 'no', label: 'No level' },
          ...EARNED_LEVELS.map(id => ({ id, label: levelLabel(id) })),
        ]}
        value={draft.level ?? 'no'}
        onChange={key =>
          set({ level: EARNED_LEVELS.find(each => each === key) })
        }
      />
      <TextField
        label="Within groups, systems or domains (optional)"
        description="Refs with commas, e.g. group:default/payments; groups with those below them"
        size="small"
        value={draft.within}
        onChange={within => set({ within })}
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
      <div className={styles.row}>
        <TextField
          label="Types (optional)"
          size="small"
          value={draft.types}
          onChange={types => set({ types })}
        />
        <TextField
          label="Lifecycles (optional)"
          size="small"
          value={draft.lifecycles}
          onChange={lifecycles => set({ lifecycles })}
        />
      </div>
      <CampaignPreviewCard input={input} />
      <div className={styles.row}>
        <DayField
          label="Start"
          value={draft.startDate}
          isDisabled={isRunning}
          onChange={startDate => set({ startDate })}
        />
        <DayField
          label="Target (last day)"
          value={draft.targetDate}
          min={draft.startDate}
          onChange={targetDate => set({ targetDate })}
        />
      </div>
      <MilestoneFields
        milestones={draft.milestones}
        onChange={milestones => set({ milestones })}
      />
      <TextField
        label="Days before a date on which owners are reminded (optional)"
        description="Numbers with commas, e.g. 14, 3; empty for those of the portal"
        size="small"
        value={draft.reminderDays}
        onChange={reminderDays => set({ reminderDays })}
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
          {campaign ? 'Save' : 'Save as a draft'}
        </Button>
        <Button size="small" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
