import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';

/**
 * When and how often a request is tried again.
 *
 * @public
 */
export interface RetryOptions {
  /** Tries in all; default 6. */
  attempts?: number;
  /** Waits; replaced in tests. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** Told before each new try, in words. */
  onRetry?: (reason: string) => void;
}

const LONGEST_WAIT_MS = 30_000;

function backoff(attempt: number, response: Response | undefined): number {
  const header = response?.headers.get('retry-after');
  const seconds = header ? Number(header) : Number.NaN;
  if (Number.isFinite(seconds) && seconds >= 0) {
    return Math.min(seconds * 1000, LONGEST_WAIT_MS);
  }
  const ceiling = Math.min(500 * 2 ** attempt, LONGEST_WAIT_MS);
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause;
  switch (cause?.code) {
    case 'ECONNREFUSED':
      return 'nothing answers there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name is unknown';
    default:
      return cause?.code ?? 'the connection broke';
  }
}

function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

/**
 * Sends a request until it is answered by something else than "too busy" or
 * "broken". The request has to be one that can be repeated.
 */
export async function requestWithRetry(
  url: URL,
  init: RequestInit,
  options: RetryOptions = {},
): Promise<Response> {
  const { attempts = 6, wait = sleep, onRetry } = options;
  for (let attempt = 0; ; attempt += 1) {
    let response: Response | undefined;
    let reason: string;
    try {
      response = await fetch(url, init);
      if (!mayPass(response.status)) {
        return response;
      }
      reason = `it answered ${response.status}`;
      await response.arrayBuffer();
    } catch (error) {
      if (init.signal?.aborted) {
        throw new CliError(
          `Synchrony at ${url.origin} did not answer in time.`,
          EXIT_CODES.unavailable,
        );
      }
      reason = reasonOf(error);
    }
    if (attempt + 1 >= attempts) {
      throw new CliError(
        `Synchrony at ${url.origin} can’t be reached (${reason}, ${attempts} tries).`,
        EXIT_CODES.unavailable,
      );
    }
    onRetry?.(reason);
    await wait(backoff(attempt, response));
  }
}
