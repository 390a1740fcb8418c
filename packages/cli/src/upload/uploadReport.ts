import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { Connection, ingestionUrl } from '../client/connection';
import { requestWithRetry, RetryOptions } from '../client/requestWithRetry';
import { responseError } from '../client/responseError';

const compress = promisify(gzip);
const COMPRESS_FROM_BYTES = 16 * 1024;

/**
 * What is said about a report besides its content.
 *
 * @public
 */
export interface ReportParameters {
  entityRef: string;
  format?: string;
  tool?: string;
  category?: string;
  ref?: string;
  commit?: string;
  environment?: string;
  /** ISO 8601. */
  startedAt?: string;
  /** `false` for a partial scan, which resolves nothing. */
  complete?: boolean;
  emptyMeansClean?: boolean;
}

/** @public */
export interface UploadOptions {
  connection: Connection;
  body: Buffer;
  parameters: ReportParameters;
  /** One of its own for each upload by default, so that a retry can't double. */
  idempotencyKey?: string;
  retry?: RetryOptions;
  signal?: AbortSignal;
}

/**
 * What Synchrony answers at once.
 *
 * @public
 */
export type UploadAnswer = Pick<ReportReceipt, 'reportId' | 'status'>;

/**
 * Sends a report; resolves when Synchrony has stored it for good.
 *
 * @public
 */
export async function uploadReport(
  options: UploadOptions,
): Promise<UploadAnswer> {
  const { connection, body, parameters, retry, signal } = options;
  const url = ingestionUrl(connection, '/reports');
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      url.searchParams.set(name, String(value));
    }
  }
  const headers: Record<string, string> = {
    authorization: `Bearer ${connection.token}`,
    'content-type': 'application/octet-stream',
    'idempotency-key': options.idempotencyKey ?? randomUUID(),
  };
  let content = body;
  if (body.length >= COMPRESS_FROM_BYTES) {
    content = await compress(body);
    headers['content-encoding'] = 'gzip';
  }
  const response = await requestWithRetry(
    url,
    { method: 'POST', headers, body: new Uint8Array(content), signal },
    retry,
  );
  if (!response.ok) {
    throw await responseError(response);
  }
  return (await response.json()) as UploadAnswer;
}
