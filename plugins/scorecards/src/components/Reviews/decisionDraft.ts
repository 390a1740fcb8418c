import {
  CheckView,
  ReviewDecisionInput,
  ReviewDecisionKind,
  ReviewItem,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A decision as the fields of a form hold it. */
export interface DecisionDraft {
  kind: ReviewDecisionKind;
  text: string;
  /** Empty for none. */
  checkId: string;
  ownerRef: string;
  dueDate: string;
  /** Of a waiver that was asked for already. */
  waiverId: string;
}

const DUE_MS = 14 * 24 * 60 * 60_000;
const LEAST_WORDS = 3;

export function emptyDecision(item: ReviewItem, now: Date): DecisionDraft {
  return {
    kind: 'note',
    text: '',
    checkId: '',
    ownerRef: item.ownerRef ?? '',
    dueDate: new Date(now.getTime() + DUE_MS).toISOString().slice(0, 10),
    waiverId: '',
  };
}

export function draftOfDecision(
  decision: ReviewDecisionInput,
  empty: DecisionDraft,
): DecisionDraft {
  return {
    kind: decision.kind,
    text: decision.text,
    checkId: decision.checkId ?? '',
    ownerRef: decision.ownerRef ?? empty.ownerRef,
    dueDate: decision.dueDate ?? empty.dueDate,
    waiverId: decision.waiverId ?? '',
  };
}

/** What is sent: only the fields of its kind. */
export function decisionInputOf(
  draft: DecisionDraft | ReviewDecisionInput,
): ReviewDecisionInput {
  const { checkId, dueDate, kind, ownerRef, text, waiverId } = draft;
  return {
    kind,
    text: text.trim(),
    ...(checkId && { checkId }),
    ...(kind === 'action' && { ownerRef, dueDate }),
    ...(kind === 'waiver' && { waiverId }),
  };
}

/** Whether nothing is missing. */
export function isDecisionComplete(draft: DecisionDraft): boolean {
  const { checkId, dueDate, kind, ownerRef, text, waiverId } = draft;
  return (
    text.trim().length >= LEAST_WORDS &&
    (kind !== 'action' || (ownerRef !== '' && dueDate !== '')) &&
    (kind !== 'waiver' || (checkId !== '' && waiverId !== ''))
  );
}

/** Checks for which somebody who sees what is behind them can ask a waiver. */
export function waivableChecks(checks: CheckView[]): CheckView[] {
  return checks.filter(
    ({ outcome, redacted, waivable }) =>
      waivable && outcome === 'fail' && !redacted,
  );
}
