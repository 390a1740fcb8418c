import { Button, Select, TextAreaField, TextField } from '@backstage/ui';
import {
  DISMISSAL_REASONS,
  DismissalReason,
  FINDING_ACTION_INPUTS,
  FindingAction,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { safeLink, severityLabel } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { Said } from './useTriage';
import { ACTION_LABELS, REASON_LABELS } from './words';
import styles from './triage.module.css';

type ActionFormProps = {
  action: FindingAction;
  /** Instead of what the action is called. */
  label?: string;
  /** Of a dismissal, among which to choose. */
  reasons?: readonly DismissalReason[];
  /** Of an adjustment: what the finding has, and what the scanner says. */
  severity?: { now: Severity; source: Severity };
  isBusy: boolean;
  onSubmit(said: Said): void;
  onCancel(): void;
};

/** Asks for what an action needs, by the table. */
export function ActionForm(props: ActionFormProps) {
  const { action, isBusy, onSubmit, onCancel } = props;
  const { label = ACTION_LABELS[action], reasons = DISMISSAL_REASONS } = props;
  const needs = FINDING_ACTION_INPUTS[action];
  const [reason, setReason] = useState<DismissalReason>(reasons[0]);
  const grades = SEVERITIES.filter(word => word !== props.severity?.now);
  const [grade, setGrade] = useState<Severity>(
    props.severity && grades.includes(props.severity.source)
      ? props.severity.source
      : grades[0],
  );
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const asksReason = needs.includes('reason');
  const asksSeverity = needs.includes('severity');
  const asksUrl = needs.includes('url');
  const needsText =
    needs.includes('text') || (asksReason && reason === 'false_positive');
  const isComplete =
    (!needsText || text.trim() !== '') &&
    (!asksUrl || safeLink(url.trim()) !== undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isBusy) {
      onSubmit({
        ...(asksReason && { reason }),
        ...(asksSeverity && { severity: grade }),
        ...(text.trim() !== '' && { text: text.trim() }),
        ...(asksUrl && { url: url.trim() }),
      });
    }
  };

  return (
    <form className={styles.form} aria-label={label} onSubmit={submit}>
      {asksReason && reasons.length > 1 && (
        <Select
          label="Why"
          size="small"
          options={reasons.map(id => ({ id, label: REASON_LABELS[id] }))}
          value={reason}
          onChange={key =>
            setReason(reasons.find(word => word === key) ?? reason)
          }
        />
      )}
      {asksSeverity && (
        <Select
          label="Severity"
          size="small"
          options={grades.map(id => ({
            id,
            label:
              id === props.severity?.source
                ? `${severityLabel(id)} (as the scanner says)`
                : severityLabel(id),
          }))}
          value={grade}
          onChange={key => setGrade(grades.find(word => word === key) ?? grade)}
        />
      )}
      {asksUrl && (
        <TextField
          label="Address of the issue"
          size="small"
          value={url}
          onChange={setUrl}
        />
      )}
      {!asksUrl && (
        <TextAreaField
          label={needsText ? 'In your words' : 'In your words (optional)'}
          value={text}
          onChange={setText}
          maxLength={2000}
        />
      )}
      <div className={styles.buttons}>
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
