import {
  ReportOutcome,
  ReportSource,
} from '@synchrony/backstage-plugin-ingestion-common';

export const OUTCOME_LABELS: Record<ReportOutcome, string> = {
  waiting: 'Waiting',
  processed: 'Processed',
  partial: 'Partial',
  not_applied: 'Not applied',
  quarantined: 'Quarantined',
  rejected: 'Rejected',
  failed: 'Failed',
};

export const SOURCE_LABELS: Record<ReportSource, string> = {
  upload_token: 'Upload token',
  service: 'Service with a static token',
  webhook: 'Webhook',
  person: 'Person',
};
