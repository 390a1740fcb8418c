import {
  ControlType,
  CoverageState,
  FindingOrder,
  FindingStatus,
} from '@synchrony/backstage-plugin-ingestion-common';

export const CONTROL_LABELS: Record<ControlType, string> = {
  sast: 'Code (SAST)',
  sca: 'Dependencies (SCA)',
  secret: 'Secrets',
  dast: 'Running app (DAST)',
  container: 'Container image',
  iac: 'Infrastructure code',
};

export const COVERAGE_WORDS: Record<CoverageState, string> = {
  active: 'active',
  failing: 'failing',
  stale: 'stale',
  declared: 'declared, no report yet',
  missing: 'no report',
  not_applicable: 'not applicable',
};

export const STATUS_LABELS: Record<FindingStatus, string> = {
  open: 'Open',
  resolved: 'Resolved',
  dismissed: 'Dismissed',
  risk_accepted: 'Risk accepted',
};

export const ORDER_LABELS: Record<FindingOrder, string> = {
  suggested: 'Suggested order',
  severity: 'Worst first',
  dueAt: 'Due soonest',
  firstSeenAt: 'Newest first',
};

/** How the suggested order comes about. */
export const SUGGESTED_ORDER =
  'Exploited first, then overdue, then the likelihood of exploitation × severity × service tier.';
