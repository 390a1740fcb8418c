import {
  DISMISSAL_REASONS,
  DismissalReason,
  FindingAction,
} from '@synchrony/backstage-plugin-ingestion-common';

/** Something that is done to several findings at once. */
export interface BulkAction {
  id: 'confirm' | 'assign' | 'linkIssue' | 'notAffected' | 'falsePositive';
  label: string;
  action: FindingAction;
  /** Of a dismissal, among which to choose. */
  reasons?: readonly DismissalReason[];
}

/** In the order of the bar. */
export const BULK_ACTIONS: readonly BulkAction[] = [
  { id: 'confirm', label: 'Confirm', action: 'confirm' },
  { id: 'assign', label: 'Assign', action: 'assign' },
  { id: 'linkIssue', label: 'Link issue', action: 'linkIssue' },
  {
    id: 'notAffected',
    label: 'Not affected…',
    action: 'dismiss',
    reasons: DISMISSAL_REASONS.filter(reason => reason !== 'false_positive'),
  },
  {
    id: 'falsePositive',
    label: 'False positive…',
    action: 'dismiss',
    reasons: ['false_positive'],
  },
];
