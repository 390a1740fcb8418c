import {
  WaiverCounts,
  WaiverEventKind,
  WaiverKind,
  WaiverPreview,
  WaiverRequirement,
  WaiverRole,
  WaiverStatus,
  WaiverTreatment,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, formatNumber, severityLabel } from '@synchrony/ui';

export const WAIVER_STATUS_LABELS: Record<WaiverStatus, string> = {
  requested: 'Waiting for approval',
  approved: 'Approved, not started',
  active: 'Active',
  expiring: 'Ends soon',
  expired: 'Expired',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  revoked: 'Revoked',
  fulfilled: 'No longer needed',
};

export const WAIVER_KIND_LABELS: Record<WaiverKind, string> = {
  finding: 'Findings',
  rule: 'Rule or package',
  advisory: 'CVE in a group',
  check: 'Check',
};

export const WAIVER_ROLE_LABELS: Record<WaiverRole, string> = {
  champion: 'security champion',
  appsec: 'AppSec',
  'risk-owner': 'risk owner',
  'ciso-delegate': 'CISO delegate',
};

export const WAIVER_TREATMENT_LABELS: Record<WaiverTreatment, string> = {
  accept: 'Accept it until the end date',
  mitigate_later: 'Fix it later',
  transfer: 'Transfer it to somebody else',
};

export const WAIVER_EVENT_WORDS: Record<WaiverEventKind, string> = {
  requested: 'asked for it',
  approved: 'approved it',
  rejected: 'rejected it',
  withdrawn: 'withdrew it',
  activated: 'It started',
  expiring: 'Its end came near',
  expired: 'It ended',
  revoked: 'revoked it',
  fulfilled: 'All that it named is resolved',
  renewed: 'asked for it to be continued',
};

/** E.g. `3 high, 9 medium`; nothing for none. */
export function severityWords({ bySeverity }: WaiverCounts): string {
  return SEVERITIES.filter(severity => bySeverity[severity] > 0)
    .map(
      severity =>
        `${formatNumber(bySeverity[severity])} ${severityLabel(severity).toLocaleLowerCase('en')}`,
    )
    .join(', ');
}

/** E.g. `Needs risk owner and CISO delegate; at most 30 days.` */
export function requirementWords({
  maxDays,
  roles,
}: WaiverRequirement): string {
  const who = roles.map(role => WAIVER_ROLE_LABELS[role]).join(' and ');
  return `Needs ${who}; at most ${formatCount(maxDays, 'day')}.`;
}

/** E.g. `Hides 12 findings now: 3 high, 9 medium; on 2 components.` */
export function previewWords({ entityCount, hides }: WaiverPreview): string {
  const where = `on ${formatCount(entityCount, 'component')}`;
  return hides.total === 0
    ? `Hides no finding now, ${where}.`
    : `Hides ${formatCount(hides.total, 'finding')} now: ${severityWords(hides)}; ${where}.`;
}

/** A day as people say it, e.g. `3 Dec`; with the year where it is another. */
export function dayWords(at: string, now: Date = new Date()): string {
  const day = new Date(at);
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(day.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  });
}
