import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import { OutcomeName } from '@synchrony/ui';

/**
 * The outcome as it is drawn: of a sensitive check that does not pass,
 * outsiders see only that it needs attention.
 */
export function shownOutcome(check: CheckView): OutcomeName {
  return check.needsAttention ? 'needs_attention' : check.outcome;
}
