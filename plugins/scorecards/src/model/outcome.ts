import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import { OutcomeName } from '@synchrony/ui';
import { unknownLabel } from './labels';

/**
 * The outcome as it is drawn: of a sensitive check that does not pass,
 * outsiders see only that it needs attention.
 */
export function shownOutcome(check: CheckView): OutcomeName {
  return check.needsAttention ? 'needs_attention' : check.outcome;
}

/** What is said after the word for the outcome: why, or until when. */
export function outcomeDetail(check: CheckView): string | undefined {
  const { outcome, unknownReason, waivedUntil } = check;
  if (outcome === 'waived' && waivedUntil) {
    const day = new Date(waivedUntil).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    return `until ${day}`;
  }
  return unknownReason && unknownLabel(unknownReason);
}
