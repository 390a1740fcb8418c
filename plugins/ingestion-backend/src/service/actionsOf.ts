import {
  FindingAction,
  possibleFindingActions,
} from '@synchrony/backstage-plugin-ingestion-common';
import { FindingRow } from '../store/findingRow';
import { toTriageState } from '../store/TriageStore';
import { toSubject } from '../triage';

/** What somebody who may triage can do with a finding now. */
export function actionsOf(
  row: FindingRow,
  actor: string | undefined,
): FindingAction[] {
  const subject = toSubject({
    severity: row.severity,
    state: toTriageState(row),
  });
  return actor === undefined || !subject
    ? []
    : possibleFindingActions(subject, actor);
}
