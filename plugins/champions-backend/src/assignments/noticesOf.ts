import {
  EndReason,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { NoticeKind } from '../store/NoticeStore';
import { DAY_MS } from './applyStep';
import { StoredAssignment } from './types';

/** Days before a confirmation is due at which the person is told. */
export const CONFIRMATION_NOTICE_DAYS = 14;

/** Why an assignment ends of which the person may not know yet. */
const NOT_BY_THE_PERSON: readonly EndReason[] = [
  'not_confirmed',
  'left_group',
  'removed',
  'not_declared',
];

export interface PlannedNotice {
  kind: NoticeKind;
  dueAt: number;
}

/** Whom a change of an assignment is worth telling, and when. */
export function noticesOf(
  before: StoredAssignment | undefined,
  after: StoredAssignment,
  at: number,
): PlannedNotice[] {
  const confirmation: PlannedNotice[] =
    after.status === 'active' &&
    after.nextConfirmAt !== undefined &&
    after.nextConfirmAt !== before?.nextConfirmAt
      ? [
          {
            kind: 'confirmation_due',
            dueAt: after.nextConfirmAt - CONFIRMATION_NOTICE_DAYS * DAY_MS,
          },
        ]
      : [];
  if (before?.status === after.status) {
    return confirmation;
  }
  const now = (kind: NoticeKind) => ({ kind, dueAt: at });
  const isBroughtOver = before === undefined && after.source === 'portal';
  switch (after.status) {
    case 'nominated':
      return [now('nominated')];
    case 'active':
      return isBroughtOver ? [now('imported'), ...confirmation] : confirmation;
    case 'accepted':
      return [now('accepted')];
    case 'onboarding':
      return [now('capacity_agreed')];
    case 'stepping_down':
      return [now('stepping_down')];
    case 'lapsed':
      return [now('lapsed'), now('lapsed_yours')];
    case 'ended':
      return before &&
        (PUBLIC_ASSIGNMENT_STATUSES.includes(before.status) ||
          before.status === 'lapsed')
        ? [
            now('ended'),
            ...(after.endReason && NOT_BY_THE_PERSON.includes(after.endReason)
              ? [now('ended_yours')]
              : []),
          ]
        : [];
    default:
      return confirmation;
  }
}
