import {
  isHighOrWorse,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { RecordedAction, TriageChange, TriagedFinding } from './types';

/**
 * Brings back what was before an action, or says why that is not possible any
 * more. Pure: it changes nothing.
 */
export function undoAction(
  finding: TriagedFinding,
  action: RecordedAction,
): { change: TriageChange } | { refusal: string } {
  if (action.undone) {
    return { refusal: 'It was undone already' };
  }
  if (JSON.stringify(finding.state) !== JSON.stringify(action.after)) {
    return { refusal: 'It changed in the meantime' };
  }
  const { before } = action;
  const becameWorse =
    before.verdict === 'dismissed' &&
    isHighOrWorse(SEVERITIES[finding.severity]) &&
    finding.severity < (before.verdictSeverity ?? finding.severity);
  if (becameWorse) {
    return { refusal: 'It became worse in the meantime' };
  }
  return {
    change: {
      finding,
      next: before,
      event: { kind: 'undone', note: action.action },
    },
  };
}
