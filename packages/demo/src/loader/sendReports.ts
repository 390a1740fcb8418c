import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { uploadReport, waitForReport } from '@synchrony/cli';
import { DemoReport } from '../reports/buildReports';
import { DemoPortal } from './DemoPortal';
import { keyOf } from './markers';

const LANES = 8;
const LONGEST_WAIT_SECONDS = 300;

/** A report that did not end as it should. */
export interface Surprise {
  report: DemoReport;
  receipt: ReportReceipt;
}

async function sendComponent(
  portal: DemoPortal,
  reports: DemoReport[],
  onSent: () => void,
): Promise<Surprise[]> {
  const { connection } = portal;
  const sent: { report: DemoReport; reportId: string }[] = [];
  for (const report of reports) {
    const { reportId } = await uploadReport({
      connection,
      body: Buffer.from(report.render()),
      parameters: {
        ...report.parameters,
        entityRef: `component:default/${report.component}`,
        startedAt: report.at.toISOString(),
      },
      idempotencyKey: keyOf(report.key),
    });
    sent.push({ report, reportId });
    onSent();
  }
  // Reports of an entity are processed in order, so the last tells of all;
  // the others are looked at where something else than success is expected.
  const surprises: Surprise[] = [];
  for (const [index, { report, reportId }] of sent.entries()) {
    const isLast = index === sent.length - 1;
    if (!isLast && report.outcome === 'processed') {
      continue;
    }
    const receipt = await waitForReport({
      connection,
      reportId,
      timeoutSeconds: LONGEST_WAIT_SECONDS,
    });
    const outcome =
      receipt.status === 'processed' && receipt.reason === 'older'
        ? 'older'
        : receipt.status;
    if (outcome !== report.outcome) {
      surprises.push({ report, receipt });
    }
  }
  return surprises;
}

/**
 * Sends the reports of each component oldest first, several components at a
 * time, and waits until all are processed.
 */
export async function sendReports(
  portal: DemoPortal,
  byComponent: Map<string, DemoReport[]>,
  onProgress: (sent: number, total: number) => void,
): Promise<Surprise[]> {
  const components = [...byComponent.values()];
  const total = components.reduce((sum, { length }) => sum + length, 0);
  const surprises: Surprise[] = [];
  let sent = 0;
  const onSent = () => {
    sent += 1;
    onProgress(sent, total);
  };
  const lane = async () => {
    for (let next = components.shift(); next; next = components.shift()) {
      surprises.push(...(await sendComponent(portal, next, onSent)));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return surprises;
}
