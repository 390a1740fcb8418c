import { FindingEventKind } from './types';

/** How far people have come with an open finding. @public */
export const FINDING_TRIAGES = ['new', 'confirmed', 'in_progress'] as const;

/** @public */
export type FindingTriage = (typeof FINDING_TRIAGES)[number];

/**
 * States of a finding: an open one is in the state of its triage, any other in
 * that of its status.
 *
 * @public
 */
export const FINDING_STATES = [
  ...FINDING_TRIAGES,
  'dismissed',
  'risk_accepted',
  'resolved',
] as const;

/** @public */
export type FindingState = (typeof FINDING_STATES)[number];

/** What people do with a finding. @public */
export const FINDING_ACTIONS = [
  'confirm',
  'start',
  'dismiss',
  'approve',
  'reject',
  'withdraw',
  'reconsider',
  'adjustSeverity',
  'approveSeverity',
  'rejectSeverity',
  'withdrawSeverity',
  'assign',
  'unassign',
  'note',
  'linkIssue',
] as const;

/** @public */
export type FindingAction = (typeof FINDING_ACTIONS)[number];

/**
 * Why a finding is dismissed: the justifications that VEX has for "not
 * affected", or that it is none at all.
 *
 * @public
 */
export const DISMISSAL_REASONS = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
  'false_positive',
] as const;

/** @public */
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** What has to hold so that a person may take a transition. @public */
export type FindingGuard =
  | 'belowHigh'
  | 'highOrWorse'
  | 'noRequest'
  | 'hasRequest'
  | 'otherThanRequester'
  | 'askedByPerson'
  | 'isRequester'
  | 'isAssigned'
  | 'otherSeverity'
  | 'raisesOrBelowHigh'
  | 'lowersFromHigh'
  | 'noSeverityRequest'
  | 'hasSeverityRequest'
  | 'otherThanSeverityRequester'
  | 'isSeverityRequester';

/** What a person has to say with an action. @public */
export type FindingActionInput =
  'reason' | 'severity' | 'text' | 'assignee' | 'url';

/** What an action makes of the request to dismiss a finding. @public */
export type RequestEffect = 'made' | 'granted' | 'ended';

/**
 * What an action does to the severity: sets it, or makes, grants or ends the
 * request for a lower one.
 *
 * @public
 */
export type SeverityEffect = 'set' | RequestEffect;

/** A step of a finding that a person takes. @public */
export interface FindingTransition {
  action: FindingAction;
  from: readonly FindingState[];
  /** Absent where the finding stays in its state. */
  to?: FindingState;
  guards: readonly FindingGuard[];
  request?: RequestEffect;
  severity?: SeverityEffect;
  /** As what it stands in the history. */
  event: FindingEventKind;
}

/** A step of a finding that follows from a scan or a waiver. @public */
export interface FindingScanTransition {
  name:
    | 'resolve'
    | 'reappear'
    | 'worsen'
    | 'suppress'
    | 'unsuppress'
    | 'accept'
    | 'waiverEnds';
  from: readonly FindingState[];
  to: FindingState;
  /** When it is taken. */
  when: string;
}

const OPEN = FINDING_TRIAGES;

/** Where the severity of a finding matters to anybody. */
const GRADED: readonly FindingState[] = [...OPEN, 'risk_accepted'];

/**
 * All that people can do with a finding. The service, the API's document and
 * the buttons on screen read this table.
 *
 * @public
 */
export const FINDING_TRANSITIONS: readonly FindingTransition[] = [
  {
    action: 'confirm',
    from: ['new'],
    to: 'confirmed',
    guards: [],
    event: 'confirmed',
  },
  {
    action: 'start',
    from: ['new', 'confirmed'],
    to: 'in_progress',
    guards: [],
    event: 'started',
  },
  {
    action: 'dismiss',
    from: OPEN,
    to: 'dismissed',
    guards: ['noRequest', 'belowHigh'],
    event: 'dismissed',
  },
  {
    action: 'dismiss',
    from: OPEN,
    guards: ['noRequest', 'highOrWorse'],
    request: 'made',
    event: 'dismissal_requested',
  },
  {
    action: 'approve',
    from: OPEN,
    to: 'dismissed',
    guards: ['hasRequest', 'otherThanRequester'],
    request: 'granted',
    event: 'dismissed',
  },
  {
    action: 'reject',
    from: OPEN,
    guards: ['hasRequest', 'otherThanRequester'],
    request: 'ended',
    event: 'dismissal_rejected',
  },
  {
    action: 'withdraw',
    from: OPEN,
    guards: ['hasRequest', 'askedByPerson', 'isRequester'],
    request: 'ended',
    event: 'dismissal_withdrawn',
  },
  {
    action: 'reconsider',
    from: ['dismissed'],
    to: 'confirmed',
    guards: [],
    event: 'reconsidered',
  },
  {
    action: 'adjustSeverity',
    from: GRADED,
    guards: ['noSeverityRequest', 'otherSeverity', 'raisesOrBelowHigh'],
    severity: 'set',
    event: 'severity_adjusted',
  },
  {
    action: 'adjustSeverity',
    from: GRADED,
    guards: ['noSeverityRequest', 'otherSeverity', 'lowersFromHigh'],
    severity: 'made',
    event: 'severity_requested',
  },
  {
    action: 'approveSeverity',
    from: GRADED,
    guards: ['hasSeverityRequest', 'otherThanSeverityRequester'],
    severity: 'granted',
    event: 'severity_adjusted',
  },
  {
    action: 'rejectSeverity',
    from: GRADED,
    guards: ['hasSeverityRequest', 'otherThanSeverityRequester'],
    severity: 'ended',
    event: 'severity_rejected',
  },
  {
    action: 'withdrawSeverity',
    from: GRADED,
    guards: ['hasSeverityRequest', 'isSeverityRequester'],
    severity: 'ended',
    event: 'severity_withdrawn',
  },
  { action: 'assign', from: OPEN, guards: [], event: 'assigned' },
  {
    action: 'unassign',
    from: FINDING_STATES,
    guards: ['isAssigned'],
    event: 'unassigned',
  },
  { action: 'note', from: FINDING_STATES, guards: [], event: 'noted' },
  {
    action: 'linkIssue',
    from: FINDING_STATES,
    guards: [],
    event: 'issue_linked',
  },
];

/**
 * What scans and waivers do to the state of a finding; what VEX statements do is
 * in `STATEMENT_RULES`. What a person decided stands, apart
 * from a dismissal of a finding that became worse.
 *
 * @public
 */
export const FINDING_SCAN_TRANSITIONS: readonly FindingScanTransition[] = [
  {
    name: 'resolve',
    from: [...OPEN, 'dismissed', 'risk_accepted'],
    to: 'resolved',
    when: 'no complete scan that counts sees it any more',
  },
  {
    name: 'reappear',
    from: ['resolved'],
    to: 'new',
    when: 'a scan that counts sees it again and nobody has dismissed it',
  },
  {
    name: 'reappear',
    from: ['resolved'],
    to: 'dismissed',
    when: 'a scan that counts sees it again after a person dismissed it, or suppressed in its source',
  },
  {
    name: 'worsen',
    from: ['dismissed'],
    to: 'new',
    when: 'its severity became high or critical, and worse than when a person dismissed it',
  },
  {
    name: 'accept',
    from: OPEN,
    to: 'risk_accepted',
    when: 'an active waiver covers it',
  },
  ...OPEN.map((state): FindingScanTransition => ({
    name: 'waiverEnds',
    from: ['risk_accepted'],
    to: state,
    when: 'no active waiver covers it any more; it is as far as it was before, and its due date stays',
  })),
  ...OPEN.map((state): FindingScanTransition => ({
    name: 'worsen',
    from: ['risk_accepted'],
    to: state,
    when: 'its severity became worse than what was approved',
  })),
  {
    name: 'suppress',
    from: ['new'],
    to: 'dismissed',
    when: 'its source suppresses it, it is below high and nobody has decided on it',
  },
  {
    name: 'unsuppress',
    from: ['dismissed'],
    to: 'new',
    when: 'its source dismissed it and does not any more, or it became high or critical',
  },
];

/** What a person has to say with an action. @public */
export const FINDING_ACTION_INPUTS: Record<
  FindingAction,
  readonly FindingActionInput[]
> = {
  confirm: [],
  start: [],
  dismiss: ['reason'],
  approve: [],
  reject: ['text'],
  withdraw: [],
  reconsider: ['text'],
  adjustSeverity: ['severity', 'text'],
  approveSeverity: [],
  rejectSeverity: ['text'],
  withdrawSeverity: [],
  assign: ['assignee'],
  unassign: [],
  note: ['text'],
  linkIssue: ['url'],
};

/** Findings that one request may name. @public */
export const MOST_FINDINGS_PER_ACTION = 100;

/** How long the person who did something can take it back. @public */
export const UNDO_SECONDS = 10;
