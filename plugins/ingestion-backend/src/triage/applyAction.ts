import {
  decideFindingAction,
  DismissalRequest,
  FINDING_TRIAGES,
  FindingActionSubject,
  findingStateOf,
  FindingTransition,
  FindingTriage,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  TriageChange,
  TriageCommand,
  TriagedFinding,
  TriageState,
} from './types';
import { adjustSeverity, severityStep } from './adjustSeverity';

/** What the guards of the table look at; undefined for what is not triaged. */
export function toSubject({
  severity,
  state,
}: Pick<TriagedFinding, 'severity' | 'state'>):
  FindingActionSubject | undefined {
  const { status } = state;
  return status === 'unlisted'
    ? undefined
    : {
        state: findingStateOf({ status, triage: state.triage }),
        severity: SEVERITIES[severity],
        assignee: state.assignee ?? undefined,
        requestedBy: state.request?.requestedBy,
        requestedBySource: state.request?.source !== undefined,
        severityRequestedBy: state.severityRequest?.requestedBy,
      };
}

/** What an action changes, or why it is refused. Pure: it changes nothing. */
export function applyAction(
  finding: TriagedFinding,
  command: TriageCommand,
  actor: string,
  now: number,
): { change: TriageChange; pending: boolean } | { refusal: string } {
  const subject = toSubject(finding);
  if (!subject) {
    return { refusal: 'It was seen on other branches only' };
  }
  const decision = decideFindingAction(
    command.action,
    { ...subject, toSeverity: command.severity },
    actor,
  );
  if ('refusal' in decision) {
    return decision;
  }
  const { transition } = decision;
  return {
    pending: [transition.request, transition.severity].includes('made'),
    change: {
      finding,
      next: {
        ...finding.state,
        ...moved(finding, transition),
        ...refused(finding, transition),
        ...requested(transition, command, actor, now),
        ...adjustSeverity(finding, transition, command, actor, now),
        ...said(command),
      },
      event: {
        kind: transition.event,
        note: noteOf(finding, transition, command),
      },
    },
  };
}

function isTriage(word: string): word is FindingTriage {
  return FINDING_TRIAGES.some(triage => triage === word);
}

function moved(
  finding: TriagedFinding,
  { to }: FindingTransition,
): Partial<TriageState> {
  if (to === undefined) {
    return {};
  }
  const verdictSeverity = finding.severity;
  return isTriage(to)
    ? { status: 'open', triage: to, verdict: 'open', verdictSeverity }
    : { status: 'dismissed', verdict: 'dismissed', verdictSeverity };
}

/** Whoever rejects a dismissal decides that it stays open; no source asks again. */
function refused(
  finding: TriagedFinding,
  { action }: FindingTransition,
): Partial<TriageState> {
  return action === 'reject'
    ? { verdict: 'open', verdictSeverity: finding.severity }
    : {};
}

function requested(
  { request }: FindingTransition,
  command: TriageCommand,
  actor: string,
  now: number,
): Partial<TriageState> {
  if (request === undefined) {
    return {};
  }
  return {
    request: request === 'made' ? toRequest(command, actor, now) : null,
  };
}

function toRequest(
  { reason, text }: TriageCommand,
  requestedBy: string,
  now: number,
): DismissalRequest {
  return {
    requestedBy,
    at: new Date(now).toISOString(),
    reason: reason ?? 'false_positive',
    ...(text !== undefined && { text }),
  };
}

function said(command: TriageCommand): Partial<TriageState> {
  switch (command.action) {
    case 'assign':
      return { assignee: command.assignee ?? null };
    case 'unassign':
      return { assignee: null };
    case 'linkIssue':
      return { linkedIssue: command.url ?? null };
    default:
      return {};
  }
}

function noteOf(
  finding: TriagedFinding,
  transition: FindingTransition,
  command: TriageCommand,
): string | undefined {
  const { assignee, request, severityRequest } = finding.state;
  const parts =
    transition.request === 'granted' && request
      ? [
          `asked for by ${request.source?.name ?? request.requestedBy}`,
          request.reason.replaceAll('_', ' '),
          request.text,
          command.text,
        ]
      : [
          severityStep(finding, transition, command),
          transition.severity === 'granted' && severityRequest
            ? `asked for by ${severityRequest.requestedBy}: ${severityRequest.reason}`
            : undefined,
          command.reason?.replaceAll('_', ' '),
          command.assignee,
          command.action === 'unassign' ? assignee : undefined,
          command.url,
          command.text,
        ];
  const note = parts.filter(Boolean).join(': ');
  return note === '' ? undefined : note;
}
