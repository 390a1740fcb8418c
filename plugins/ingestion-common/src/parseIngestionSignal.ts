import { IngestionSignal } from './api';

/**
 * Reads a message of the signal channel; undefined when it is none of ours.
 *
 * @public
 */
export function parseIngestionSignal(
  message: unknown,
): IngestionSignal | undefined {
  if (typeof message !== 'object' || message === null) {
    return undefined;
  }
  const { entityRef, version } = message as Partial<IngestionSignal>;
  return typeof entityRef === 'string' && typeof version === 'number'
    ? { entityRef, version }
    : undefined;
}
