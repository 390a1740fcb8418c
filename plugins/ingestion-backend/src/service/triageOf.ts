import {
  FindingDetail,
  possibleFindingActions,
} from '@synchrony/backstage-plugin-ingestion-common';
import { FindingRow } from '../store/findingRow';
import { toTriageState } from '../store/TriageStore';
import { toSubject } from '../triage';

/** How far a finding is, and what somebody who may triage can do with it. */
export function triageOf(
  row: FindingRow,
  actor: string | undefined,
): Pick<
  FindingDetail,
  'triage' | 'assignee' | 'linkedIssue' | 'dismissalRequest' | 'actions'
> {
  const state = toTriageState(row);
  const subject = toSubject({ severity: row.severity, state });
  return {
    triage: state.triage,
    assignee: state.assignee ?? undefined,
    linkedIssue: state.linkedIssue ?? undefined,
    dismissalRequest: state.request ?? undefined,
    actions:
      actor === undefined || !subject
        ? []
        : possibleFindingActions(subject, actor),
  };
}
