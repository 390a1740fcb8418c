import {
  decideFindingAction,
  Finding,
  FindingAction,
  findingStateOf,
} from '@synchrony/backstage-plugin-ingestion-common';

/** Findings that an action would change something of, by the table. */
export function applicable(
  action: FindingAction,
  findings: Finding[],
  actor: string,
): Finding[] {
  return findings.filter(
    finding =>
      'transition' in
      decideFindingAction(
        action,
        {
          state: findingStateOf(finding),
          severity: finding.severity,
          assignee: finding.assignee,
          requestedBy: finding.dismissalRequest?.requestedBy,
          severityRequestedBy: finding.severityRequest?.requestedBy,
        },
        actor,
      ),
  );
}
