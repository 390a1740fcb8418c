import {
  DeliveryAnswer,
  DeploymentRequest,
  PipelineRunRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { CliError } from '../CliError';
import { Connection, ingestionUrl } from '../client/connection';
import { requestWithRetry, RetryOptions } from '../client/requestWithRetry';
import { responseError } from '../client/responseError';
import { EXIT_CODES } from '../exitCodes';

/** @public */
export type Delivery =
  | { path: '/deployments'; request: DeploymentRequest }
  | { path: '/pipeline-runs'; request: PipelineRunRequest };

/** @public */
export interface SendDeliveryOptions {
  connection: Connection;
  delivery: Delivery;
  retry?: RetryOptions;
  signal?: AbortSignal;
}

/**
 * Sends one deployment or pipeline run. Sent twice it is one: its id tells.
 *
 * @public
 */
export async function sendDelivery(
  options: SendDeliveryOptions,
): Promise<DeliveryAnswer['items'][number]> {
  const { connection, delivery, retry, signal } = options;
  const url = ingestionUrl(connection, delivery.path);
  const response = await requestWithRetry(
    url,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${connection.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(delivery.request),
      signal,
    },
    retry,
  );
  if (!response.ok) {
    throw await responseError(response);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const { items } = (answer ?? {}) as Partial<DeliveryAnswer>;
  if (!Array.isArray(items) || items.length !== 1) {
    throw new CliError(
      `What answers at ${url.origin} is not Synchrony.`,
      EXIT_CODES.unavailable,
    );
  }
  return items[0];
}
