import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ReportStatus } from '@synchrony/backstage-plugin-ingestion-common';

/** What operators want to watch. */
export interface IngestionMetrics {
  /** A job ended, whatever came of it. */
  processed(seconds: number): void;
  /** A report is final. */
  finished(status: ReportStatus): void;
}

export function createIngestionMetrics(
  metrics: MetricsService,
  queueDepth: () => Promise<number>,
): IngestionMetrics {
  const duration = metrics.createHistogram('ingestion.report.duration', {
    description: 'Time that processing of one report takes',
    unit: 'seconds',
  });
  const reports = metrics.createCounter('ingestion.reports', {
    description: 'Reports that became final, by status',
  });
  const depth = metrics.createObservableGauge('ingestion.queue.depth', {
    description: 'Reports that wait or are worked on',
  });
  depth.addCallback(async result => result.observe(await queueDepth()));
  return {
    processed: seconds => duration.record(seconds),
    finished: status => reports.add(1, { status }),
  };
}
