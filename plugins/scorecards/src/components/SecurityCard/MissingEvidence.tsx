import {
  CheckView,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, PanelPartial } from '@synchrony/ui';
import { checksWith } from '../../model/checks';
import { unknownLabel } from '../../model/labels';

const SHOWN = 2;

function words(check: CheckView): string {
  return check.unknownReason
    ? `${check.title}: ${unknownLabel(check.unknownReason)}`
    : check.title;
}

/** Which checks nobody can tell anything about now, and why. */
export function MissingEvidence(props: { scorecard: ScorecardView }) {
  const unknown = checksWith(props.scorecard, 'unknown');
  if (unknown.length === 0) {
    return null;
  }
  const more = unknown.length - SHOWN;
  return (
    <PanelPartial>
      {unknown.slice(0, SHOWN).map(words).join('; ')}
      {more > 0 && `; ${formatCount(more, 'more check')} without evidence`}
    </PanelPartial>
  );
}
