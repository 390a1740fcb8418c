import {
  CampaignAction,
  CampaignScope,
  CampaignStatus,
  ExemptionAction,
  ExemptionStatus,
  Standing,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount } from '@synchrony/ui';

export const STANDING_WORDS: Record<Standing, string> = {
  passed: 'Passed',
  failing: 'Failing',
  unknown: 'Not known',
  waived: 'Waived',
  exempt: 'Exempt',
  not_applicable: 'Not applicable',
};

export const STATUS_WORDS: Record<CampaignStatus, string> = {
  draft: 'Draft',
  active: 'Running',
  ended: 'Ended',
  cancelled: 'Cancelled',
};

export const ACTION_WORDS: Record<CampaignAction, string> = {
  activate: 'Start it',
  end: 'End it now',
  cancel: 'Cancel it',
};

export const EXEMPTION_WORDS: Record<ExemptionStatus, string> = {
  requested: 'Waits for a decision',
  approved: 'Exempt',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  revoked: 'Revoked',
  expired: 'Expired',
};

export const EXEMPTION_ACTION_WORDS: Record<ExemptionAction, string> = {
  approve: 'Approve',
  reject: 'Reject',
  withdraw: 'Withdraw',
  revoke: 'Revoke',
};

const DAY_MS = 24 * 60 * 60_000;

/** From today (UTC) to a date: `in 12 days`, `today`, `3 days ago`. */
export function daysText(date: string, now: Date): string {
  const today = Math.floor(now.getTime() / DAY_MS);
  const days = Date.parse(`${date}T00:00:00Z`) / DAY_MS - today;
  if (days === 0) {
    return 'today';
  }
  return days > 0
    ? `in ${formatCount(days, 'day')}`
    : `${formatCount(-days, 'day')} ago`;
}

/** Which components a campaign is about. */
export function scopeText(scope: CampaignScope): string {
  const parts = [
    scope.within && `within ${scope.within.join(' or ')}`,
    scope.tiers && `of ${scope.tiers.join(' or ')}`,
    scope.types && `of type ${scope.types.join(' or ')}`,
    scope.lifecycles && `in ${scope.lifecycles.join(' or ')}`,
  ].filter(Boolean);
  return parts.length === 0
    ? 'All components with the scorecard'
    : `Components ${parts.join(', ')}`;
}
