import {
  FINDING_ACTIONS,
  FINDING_TRANSITIONS,
  FindingAction,
  FindingGuard,
  FindingState,
  FindingTransition,
  FindingTriage,
} from './findingMachine';
import { FindingStatus, SEVERITIES, Severity } from './types';

/** What the guards of {@link FINDING_TRANSITIONS} look at. @public */
export interface FindingActionSubject {
  state: FindingState;
  severity: Severity;
  assignee?: string;
  /** Who asked for a dismissal that is not decided yet. */
  requestedBy?: string;
  /** Whether a source asked: a VEX document, or a suppression in the code. */
  requestedBySource?: boolean;
  /** Who asked for a lower severity that is not decided yet. */
  severityRequestedBy?: string;
  /** What the severity is to become; absent when that is not said yet. */
  toSeverity?: Severity;
}

/** The transition that an action takes, or why it takes none. @public */
export type FindingActionDecision =
  { transition: FindingTransition } | { refusal: string };

const HOLDS: Record<
  FindingGuard,
  (subject: FindingActionSubject, actor: string) => boolean
> = {
  belowHigh: subject => !isHighOrWorse(subject.severity),
  highOrWorse: subject => isHighOrWorse(subject.severity),
  noRequest: subject => subject.requestedBy === undefined,
  hasRequest: subject => subject.requestedBy !== undefined,
  otherThanRequester: (subject, actor) => subject.requestedBy !== actor,
  askedByPerson: subject => subject.requestedBySource !== true,
  isRequester: (subject, actor) => subject.requestedBy === actor,
  isAssigned: subject => subject.assignee !== undefined,
  otherSeverity: subject => subject.toSeverity !== subject.severity,
  raisesOrBelowHigh: subject => !lowersFromHigh(subject),
  lowersFromHigh,
  noSeverityRequest: subject => subject.severityRequestedBy === undefined,
  hasSeverityRequest: subject => subject.severityRequestedBy !== undefined,
  otherThanSeverityRequester: (subject, actor) =>
    subject.severityRequestedBy !== actor,
  isSeverityRequester: (subject, actor) =>
    subject.severityRequestedBy === actor,
};

const REFUSALS: Record<FindingGuard, string> = {
  belowHigh: 'At this severity a second person has to agree',
  highOrWorse: 'At this severity nobody has to agree',
  noRequest: 'Somebody has already asked to dismiss it',
  hasRequest: 'Nobody has asked to dismiss it',
  otherThanRequester: 'Who asked for the dismissal can not decide on it',
  askedByPerson: 'What a source asks for ends when the source says otherwise',
  isRequester: 'Only who asked for the dismissal can withdraw it',
  isAssigned: 'It is assigned to nobody',
  otherSeverity: 'That is its severity already',
  raisesOrBelowHigh: 'At this severity a second person has to agree',
  lowersFromHigh: 'At this severity nobody has to agree',
  noSeverityRequest: 'Somebody has already asked to lower its severity',
  hasSeverityRequest: 'Nobody has asked to lower its severity',
  otherThanSeverityRequester:
    'Who asked for the lower severity can not decide on it',
  isSeverityRequester: 'Only who asked for the lower severity can withdraw it',
};

function lowersFromHigh({ severity, toSeverity }: FindingActionSubject) {
  return (
    toSeverity !== undefined &&
    isHighOrWorse(severity) &&
    SEVERITIES.indexOf(toSeverity) > SEVERITIES.indexOf(severity)
  );
}

/** @public */
export function isHighOrWorse(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high';
}

/** @public */
export function findingStateOf(finding: {
  status: FindingStatus;
  triage: FindingTriage;
}): FindingState {
  return finding.status === 'open' ? finding.triage : finding.status;
}

/**
 * What an action of a person does to a finding, by the table. Whether the
 * person may triage at all is not asked here.
 *
 * @public
 */
export function decideFindingAction(
  action: FindingAction,
  subject: FindingActionSubject,
  actor: string,
): FindingActionDecision {
  const fromHere = FINDING_TRANSITIONS.filter(
    transition =>
      transition.action === action && transition.from.includes(subject.state),
  );
  const broken = fromHere.map(transition =>
    transition.guards.find(guard => !HOLDS[guard](subject, actor)),
  );
  const index = broken.indexOf(undefined);
  if (index >= 0) {
    return { transition: fromHere[index] };
  }
  const [guard] = broken;
  return {
    refusal: guard
      ? REFUSALS[guard]
      : `Not possible while it is ${subject.state.replace('_', ' ')}`,
  };
}

/** The actions that a person who may triage has with a finding. @public */
export function possibleFindingActions(
  subject: FindingActionSubject,
  actor: string,
): FindingAction[] {
  return FINDING_ACTIONS.filter(
    action => 'transition' in decideFindingAction(action, subject, actor),
  );
}
