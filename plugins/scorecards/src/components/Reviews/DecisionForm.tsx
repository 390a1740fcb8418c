import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Radio,
  RadioGroup,
  Select,
  TextAreaField,
} from '@backstage/ui';
import {
  CheckView,
  REVIEW_DECISION_KINDS,
  ReviewDecision,
  ReviewItem,
  ScorecardReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogPicker,
  DayField,
  useRequest,
  useStoredDraft,
} from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { reviewsApiRef } from '../../api';
import {
  DecisionDraft,
  decisionInputOf,
  draftOfDecision,
  emptyDecision,
  isDecisionComplete,
  waivableChecks,
} from './decisionDraft';
import type { CheckWaiverDialog } from './ReviewsPage';
import { KIND_WORDS } from './words';
import styles from './Reviews.module.css';

const NO_CHECK = 'no';

interface DecisionFormProps {
  review: ScorecardReview;
  item: ReviewItem;
  checks: CheckView[];
  /** The one to change; without one, another is recorded. */
  decision?: ReviewDecision;
  checkWaiver?: CheckWaiverDialog;
  onRecorded: () => void;
  onCancel?: () => void;
}

function ActionFields(props: {
  draft: DecisionDraft;
  onChange: (change: Partial<DecisionDraft>) => void;
}) {
  const { draft, onChange } = props;
  return (
    <>
      <CatalogPicker
        label="Whose action is it?"
        kinds={['group', 'user']}
        initial={draft.ownerRef}
        onChange={ref => onChange({ ownerRef: ref ?? '' })}
      />
      <DayField
        label="Due"
        value={draft.dueDate}
        min={new Date().toISOString().slice(0, 10)}
        onChange={dueDate => onChange({ dueDate })}
      />
    </>
  );
}

/** Records a decision, or changes one; what is typed survives a reload. */
export function DecisionForm(props: DecisionFormProps) {
  const { checks, checkWaiver: Waiver, decision, item, review } = props;
  const { onCancel, onRecorded } = props;
  const { entityRef } = item;
  const api = useApi(reviewsApiRef);
  const empty = emptyDecision(item, new Date());
  const { clear, draft, set } = useStoredDraft(
    decision ? undefined : `scorecard-review ${review.id} ${entityRef}`,
    decision ? draftOfDecision(decision, empty) : empty,
  );
  const [round, setRound] = useState(0);
  // The check for which the dialog is open; the form may be reset meanwhile.
  const [asked, setAsked] = useState<string>();
  const { isBusy, problem, send } = useRequest();
  const waivable = waivableChecks(checks);
  const isWaiver = draft.kind === 'waiver';
  const isWithoutChoice = isWaiver && !decision && waivable.length === 0;
  const kinds = REVIEW_DECISION_KINDS.filter(kind =>
    decision ? kind === decision.kind : kind !== 'waiver' || Waiver,
  );

  const record = (next: DecisionDraft) =>
    send(async () => {
      const input = decisionInputOf(next);
      if (decision) {
        await api.updateDecision(
          review.id,
          decision.id,
          input,
          decision.version,
        );
      } else {
        await api.addDecision(review.id, entityRef, input);
      }
      clear();
      setRound(before => before + 1);
      onRecorded();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDecisionComplete(draft) && !isBusy) {
      record(draft);
    }
  };
  const onRequested = (waiverId: string) => {
    const title = checks.find(({ id }) => id === draft.checkId)?.title;
    const next = {
      ...draft,
      waiverId,
      text: draft.text.trim() || `Waiver requested: ${title ?? draft.checkId}`,
    };
    set(next);
    record(next);
  };

  return (
    <>
      <form
        key={round}
        className={styles.form}
        aria-label={decision ? 'Edit the decision' : 'Record a decision'}
        onSubmit={submit}
      >
        {kinds.length > 1 && (
          <RadioGroup
            label="Record"
            orientation="horizontal"
            value={draft.kind}
            onChange={value =>
              set({ kind: kinds.find(kind => kind === value), checkId: '' })
            }
          >
            {kinds.map(kind => (
              <Radio key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {isWithoutChoice ? (
          <p className={styles.muted}>
            No check that you can ask a waiver for fails here. Make it an action
            of the owner instead.
          </p>
        ) : (
          <>
            <TextAreaField
              label={isWaiver ? 'What was said (optional)' : 'What was decided'}
              rows={3}
              maxLength={2000}
              value={draft.text}
              onChange={text => set({ text })}
            />
            {!(isWaiver && decision) && checks.length > 0 && (
              <Select
                label={isWaiver ? 'Check' : 'About a check (optional)'}
                size="small"
                options={[
                  ...(isWaiver ? [] : [{ id: NO_CHECK, label: 'None' }]),
                  ...(isWaiver ? waivable : checks).map(({ id, title }) => ({
                    id,
                    label: title,
                  })),
                ]}
                value={draft.checkId || (isWaiver ? null : NO_CHECK)}
                onChange={key =>
                  set({ checkId: key === NO_CHECK ? '' : String(key ?? '') })
                }
              />
            )}
          </>
        )}
        {draft.kind === 'action' && (
          <ActionFields draft={draft} onChange={set} />
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            Not recorded: {problem.message}
          </p>
        )}
        <div className={styles.buttons}>
          {isWaiver && Waiver && draft.waiverId === '' ? (
            <Button
              size="small"
              variant="primary"
              isDisabled={draft.checkId === '' || isWithoutChoice || isBusy}
              onPress={() => setAsked(draft.checkId)}
            >
              Request the waiver
            </Button>
          ) : (
            <Button
              type="submit"
              size="small"
              variant="primary"
              isDisabled={!isDecisionComplete(draft) || isBusy}
            >
              {decision ? 'Save' : 'Record'}
            </Button>
          )}
          {onCancel && (
            <Button size="small" variant="tertiary" onPress={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      </form>
      {asked && Waiver && (
        <Waiver
          entityRef={entityRef}
          checkId={asked}
          onRequested={onRequested}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
