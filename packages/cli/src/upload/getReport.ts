import { setTimeout as sleep } from 'node:timers/promises';
import {
  FINAL_REPORT_STATUSES,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';
import { CliError } from '../CliError';
import { Connection, ingestionUrl } from '../client/connection';
import { requestWithRetry, RetryOptions } from '../client/requestWithRetry';
import { responseError } from '../client/responseError';
import { EXIT_CODES } from '../exitCodes';

const LONGEST_POLL_SECONDS = 30;
/** A server or proxy that does not hold the answer back is asked slowly. */
const SHORTEST_POLL_MS = 500;

/** @public */
export interface GetReportOptions {
  connection: Connection;
  reportId: string;
  /** How long the server may hold the answer back until the report is done. */
  waitSeconds?: number;
  retry?: RetryOptions;
}

/**
 * Reads the receipt of a report.
 *
 * @public
 */
export async function getReport(
  options: GetReportOptions,
): Promise<ReportReceipt> {
  const { connection, reportId, waitSeconds, retry } = options;
  const url = ingestionUrl(
    connection,
    `/reports/${encodeURIComponent(reportId)}`,
  );
  if (waitSeconds) {
    url.searchParams.set('wait', String(waitSeconds));
  }
  const response = await requestWithRetry(
    url,
    { headers: { authorization: `Bearer ${connection.token}` } },
    retry,
  );
  if (!response.ok) {
    throw await responseError(response);
  }
  return (await response.json()) as ReportReceipt;
}

/** Whether nothing will happen to a report without somebody's doing. */
export function isSettled(receipt: ReportReceipt): boolean {
  return (
    receipt.status === 'quarantined' ||
    FINAL_REPORT_STATUSES.includes(receipt.status)
  );
}

/**
 * Waits until a report is final or quarantined.
 *
 * @public
 */
export async function waitForReport(
  options: Omit<GetReportOptions, 'waitSeconds'> & {
    timeoutSeconds: number;
    now?: () => number;
  },
): Promise<ReportReceipt> {
  const { timeoutSeconds, now = Date.now, ...rest } = options;
  const { wait = sleep } = rest.retry ?? {};
  const deadline = now() + timeoutSeconds * 1000;
  for (;;) {
    const askedAt = now();
    const left = Math.ceil((deadline - askedAt) / 1000);
    const receipt = await getReport({
      ...rest,
      waitSeconds: Math.min(Math.max(left, 1), LONGEST_POLL_SECONDS),
    });
    if (isSettled(receipt)) {
      return receipt;
    }
    const answeredAt = now();
    if (answeredAt >= deadline) {
      throw new CliError(
        `Report ${options.reportId} is stored, but not processed after ${timeoutSeconds} s; look again with: synchrony status ${options.reportId}`,
        EXIT_CODES.unavailable,
      );
    }
    if (answeredAt - askedAt < SHORTEST_POLL_MS) {
      await wait(SHORTEST_POLL_MS);
    }
  }
}
