import { Button } from '@backstage/ui';
import {
  WAIVER_ACTION_INPUTS,
  WaiverAction,
  WaiverActionRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { FormEvent, useState } from 'react';
import { Problem } from '@synchrony/ui';
import { DayField } from './DayField';
import { dayAhead, endOf } from './endOf';
import { WordsField } from './WordsField';
import panel from '../panel/panel.module.css';

type WaiverActionFormProps = {
  action: WaiverAction;
  label: string;
  /** Longest time that is allowed, where it is known. */
  maxDays?: number;
  isBusy: boolean;
  problem?: Problem;
  onSubmit(request: WaiverActionRequest): void;
  onCancel(): void;
};

/** Asks for what an action needs, by the table. */
export function WaiverActionForm(props: WaiverActionFormProps) {
  const { action, isBusy, label, maxDays, onCancel, onSubmit, problem } = props;
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const asksDay = WAIVER_ACTION_INPUTS[action].includes('expiresAt');
  const isComplete = text.trim() !== '' && (!asksDay || day !== '');
  const at = (field: string) =>
    problem?.field === field ? problem.message : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      const latest =
        maxDays === undefined
          ? undefined
          : new Date(Date.now() + maxDays * 86_400_000 - 60_000).toISOString();
      onSubmit({
        action,
        text: text.trim(),
        ...(asksDay && { expiresAt: endOf(day, latest) }),
      });
    }
  };

  return (
    <form className={panel.form} aria-label={label} onSubmit={submit}>
      <WordsField
        label="Why?"
        value={text}
        onChange={setText}
        problem={at('text')}
      />
      {asksDay && (
        <DayField
          label="Until the end of"
          value={day}
          min={dayAhead(0)}
          max={maxDays === undefined ? undefined : dayAhead(maxDays)}
          onChange={setDay}
          problem={at('expiresAt')}
        />
      )}
      <div className={panel.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!isComplete || isBusy}
        >
          {label}
        </Button>
        <Button size="small" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
