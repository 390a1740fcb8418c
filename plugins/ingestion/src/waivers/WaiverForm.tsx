import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import {
  WAIVER_TREATMENTS,
  WaiverDetail,
  WaiverTreatment,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Problem, problemOf, safeLink } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { ingestionApiRef } from '../api';
import { DayField } from './DayField';
import { dayAhead, dayOf, endOf } from './endOf';
import { PreviewText } from './PreviewText';
import { TargetChoice } from './targetChoices';
import { usePreview } from './usePreview';
import { WAIVER_TREATMENT_LABELS } from './words';
import { WordsField } from './WordsField';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

type WaiverFormProps = {
  /** At least one. */
  choices: TargetChoice[];
  onRequested(waiver: WaiverDetail): void;
  onCancel(): void;
};

const SHOWN_FIELDS = [
  'reason',
  'riskStatement',
  'compensatingControls',
  'expiresAt',
  'reviewAt',
  'linkedIssue',
];

/** Asks for a waiver: what for, why, and until when. */
export function WaiverForm(props: WaiverFormProps) {
  const { choices, onCancel, onRequested } = props;
  const api = useApi(ingestionApiRef);
  const [index, setIndex] = useState(0);
  const { target } = choices[index] ?? choices[0];
  const live = usePreview(target);
  const [reason, setReason] = useState('');
  const [risk, setRisk] = useState('');
  const [controls, setControls] = useState('');
  const [treatment, setTreatment] = useState<WaiverTreatment>('mitigate_later');
  const [issue, setIssue] = useState('');
  const [day, setDay] = useState('');
  const [review, setReview] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  const latest = live.value?.latestExpiry;
  const isLinkGood = issue.trim() === '' || safeLink(issue.trim());
  const isComplete =
    live.value !== undefined &&
    live.error === undefined &&
    [reason, risk, day].every(text => text.trim() !== '') &&
    isLinkGood;
  const at = (field: string) =>
    problem?.field === field ? problem.message : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) {
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      onRequested(
        await api.requestWaiver({
          target,
          reason: reason.trim(),
          riskStatement: risk.trim(),
          ...(controls.trim() && { compensatingControls: controls.trim() }),
          treatment,
          expiresAt: endOf(day, latest),
          ...(review && { reviewAt: endOf(review, endOf(day, latest)) }),
          ...(issue.trim() && { linkedIssue: issue.trim() }),
        }),
      );
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };

  return (
    <form
      className={panel.form}
      aria-label="Request a waiver"
      onSubmit={submit}
    >
      {choices.length > 1 ? (
        <RadioGroup
          label="What is it for?"
          value={String(index)}
          onChange={value => setIndex(Number(value))}
        >
          {choices.map(({ label }, place) => (
            <Radio key={label} value={String(place)}>
              {label}
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <p className={styles.only}>For: {choices[0].label}</p>
      )}
      <PreviewText live={live} />
      <WordsField
        label="Why is it not fixed now?"
        value={reason}
        onChange={setReason}
        problem={at('reason')}
      />
      <WordsField
        label="What can happen, and how likely is it?"
        value={risk}
        onChange={setRisk}
        problem={at('riskStatement')}
      />
      <WordsField
        label="What is in place instead? (optional)"
        value={controls}
        onChange={setControls}
        problem={at('compensatingControls')}
      />
      <Select
        label="What is done about the risk?"
        size="small"
        options={WAIVER_TREATMENTS.map(id => ({
          id,
          label: WAIVER_TREATMENT_LABELS[id],
        }))}
        value={treatment}
        onChange={key =>
          setTreatment(WAIVER_TREATMENTS.find(id => id === key) ?? treatment)
        }
      />
      <DayField
        label="Until the end of"
        value={day}
        min={dayAhead(0)}
        max={latest && dayOf(latest)}
        onChange={setDay}
        problem={at('expiresAt')}
      />
      <DayField
        label="To be looked at again on (optional)"
        isOptional
        value={review}
        min={dayAhead(0)}
        max={day || (latest && dayOf(latest))}
        onChange={setReview}
        problem={at('reviewAt')}
      />
      <TextField
        label="Address of the issue (optional)"
        size="small"
        value={issue}
        onChange={setIssue}
      />
      {(!isLinkGood || at('linkedIssue')) && (
        <span className={panel.problem} role="alert">
          {at('linkedIssue') ?? 'This has to be a web address.'}
        </span>
      )}
      {problem && !SHOWN_FIELDS.includes(problem.field ?? '') && (
        <p className={panel.problem} role="alert">
          Not asked for: {problem.message}
        </p>
      )}
      <div className={panel.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!isComplete || isBusy}
        >
          Request waiver
        </Button>
        <Button size="small" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
