import {
  FindingTransition,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { TriageCommand, TriagedFinding, TriageState } from './types';

/** The severity that counts: a person's, and else the scanner's. */
export function severityIn(
  { sourceSeverity }: Pick<TriagedFinding, 'sourceSeverity'>,
  { adjustment }: Pick<TriageState, 'adjustment'>,
): number {
  return adjustment ? SEVERITIES.indexOf(adjustment.severity) : sourceSeverity;
}

/**
 * What an action changes of the severity. The scanner's own severity ends an
 * adjustment. Who judges the severity decides that it is open: no source takes
 * that back.
 */
export function adjustSeverity(
  finding: TriagedFinding,
  transition: FindingTransition,
  command: TriageCommand,
  actor: string,
  now: number,
): Partial<TriageState> {
  const { severityRequest } = finding.state;
  const at = new Date(now).toISOString();
  const { severity, text: reason = '' } = command;
  switch (transition.severity) {
    case 'made':
      return severity
        ? { severityRequest: { severity, requestedBy: actor, at, reason } }
        : {};
    case 'set':
      return severity
        ? adjusted(finding, { severity, by: actor, at, reason })
        : {};
    case 'granted':
      return severityRequest
        ? adjusted(finding, {
            severity: severityRequest.severity,
            by: severityRequest.requestedBy,
            at: severityRequest.at,
            reason: severityRequest.reason,
            approvedBy: actor,
          })
        : {};
    case 'ended':
      return { severityRequest: null };
    default:
      return {};
  }
}

function adjusted(
  finding: TriagedFinding,
  wanted: Omit<NonNullable<TriageState['adjustment']>, 'from'>,
): Partial<TriageState> {
  const from = SEVERITIES[finding.sourceSeverity];
  const adjustment = wanted.severity === from ? null : { ...wanted, from };
  return {
    adjustment,
    severityRequest: null,
    verdict: 'open',
    verdictSeverity: severityIn(finding, { adjustment }),
  };
}

/** The step of the severity, for the history. */
export function severityStep(
  { severity, sourceSeverity, state }: TriagedFinding,
  { severity: effect }: FindingTransition,
  command: TriageCommand,
): string | undefined {
  const to =
    effect === 'set' || effect === 'made'
      ? command.severity
      : state.severityRequest?.severity;
  if (effect === undefined || to === undefined) {
    return undefined;
  }
  const whose =
    to === SEVERITIES[sourceSeverity] ? `${to}, as the scanner says` : to;
  return `${SEVERITIES[severity]} → ${whose}`;
}
