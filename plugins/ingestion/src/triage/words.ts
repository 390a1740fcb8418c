import {
  DismissalReason,
  FindingAction,
  FindingTriage,
} from '@synchrony/backstage-plugin-ingestion-common';

export const ACTION_LABELS: Record<FindingAction, string> = {
  confirm: 'Confirm',
  start: 'Start work',
  dismiss: 'Dismiss',
  approve: 'Approve dismissal',
  reject: 'Reject dismissal',
  withdraw: 'Withdraw request',
  reconsider: 'Reconsider',
  adjustSeverity: 'Adjust severity',
  approveSeverity: 'Approve severity',
  rejectSeverity: 'Reject severity',
  withdrawSeverity: 'Withdraw severity request',
  assign: 'Assign to me',
  unassign: 'Unassign',
  note: 'Add note',
  linkIssue: 'Link issue',
};

export const DONE_WORDS: Record<FindingAction, string> = {
  confirm: 'Confirmed.',
  start: 'Work started.',
  dismiss: 'Dismissed.',
  approve: 'Dismissed.',
  reject: 'Dismissal rejected; the finding stays open.',
  withdraw: 'Request withdrawn.',
  reconsider: 'Open again.',
  adjustSeverity: 'Severity adjusted.',
  approveSeverity: 'Severity adjusted.',
  rejectSeverity: 'Rejected; the severity stays.',
  withdrawSeverity: 'Request withdrawn.',
  assign: 'Assigned to you.',
  unassign: 'Assigned to nobody.',
  note: 'Noted.',
  linkIssue: 'Issue linked.',
};

/** What somebody reads who asked for what a second person decides. */
export const PENDING_WORDS: Partial<Record<FindingAction, string>> = {
  dismiss: 'Asked for. It stays open until a second person agrees.',
  adjustSeverity: 'Asked for. The severity stays until a second person agrees.',
};

export const TRIAGE_LABELS: Record<FindingTriage, string> = {
  new: 'Not looked at yet',
  confirmed: 'Confirmed',
  in_progress: 'In progress',
};

export const REASON_LABELS: Record<DismissalReason, string> = {
  component_not_present: 'The component is not there',
  vulnerable_code_not_present: 'The vulnerable code is not there',
  vulnerable_code_not_in_execute_path: 'The vulnerable code is never run',
  vulnerable_code_cannot_be_controlled_by_adversary:
    'An attacker can not control the vulnerable code',
  inline_mitigations_already_exist: 'It is mitigated already',
  false_positive: 'False positive (say why)',
};
