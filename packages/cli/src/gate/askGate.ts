import {
  GATE_VERDICTS,
  GateAnswer,
  GateRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { CliError } from '../CliError';
import { Connection, ingestionUrl } from '../client/connection';
import { requestWithRetry, RetryOptions } from '../client/requestWithRetry';
import { responseError } from '../client/responseError';
import { EXIT_CODES } from '../exitCodes';

/** @public */
export interface AskGateOptions {
  connection: Connection;
  request: GateRequest;
  retry?: RetryOptions;
  signal?: AbortSignal;
}

/**
 * Asks for a verdict on what a ref brings in. Throws a `CliError` with the exit
 * code `unavailable` when Synchrony gives none.
 *
 * @public
 */
export async function askGate(options: AskGateOptions): Promise<GateAnswer> {
  const { connection, request, retry, signal } = options;
  const url = ingestionUrl(connection, '/gate');
  const response = await requestWithRetry(
    url,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${connection.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(request),
      signal,
    },
    retry,
  );
  if (!response.ok) {
    const { message } = await responseError(response);
    throw new CliError(message, EXIT_CODES.usage);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!isAnswer(answer)) {
    throw new CliError(
      `What answers at ${url.origin} is not Synchrony’s gate.`,
      EXIT_CODES.unavailable,
    );
  }
  return answer;
}

function isAnswer(value: unknown): value is GateAnswer {
  const { reasons, verdict } = (value ?? {}) as Partial<GateAnswer>;
  return (
    Array.isArray(reasons) &&
    verdict !== undefined &&
    GATE_VERDICTS.includes(verdict)
  );
}
