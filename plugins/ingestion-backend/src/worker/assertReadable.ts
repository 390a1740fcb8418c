import { ReportError } from '@synchrony/report-parsers';

const BYTES_A_VALUE = 72;
const BYTES_A_MEMBER = 24;

/** More than any byte of a body can become. */
const MOST_BYTES_A_BYTE = 32;

/** What the rest of reading a report needs. */
const SHARE = 0.75;

const OPEN_BRACE = '{'.charCodeAt(0);
const OPEN_BRACKET = '['.charCodeAt(0);
const COMMA = ','.charCodeAt(0);

/**
 * Refuses a body whose values would not fit into memory. Running out of memory
 * ends a thread cleanly only between two steps of JavaScript; within the
 * parser of the engine it would end the whole process.
 */
export function assertReadable(body: Uint8Array, memoryMb: number): void {
  const budget = memoryMb * 1024 * 1024 * SHARE;
  if (body.length * MOST_BYTES_A_BYTE < budget) {
    return;
  }
  let values = 0;
  let members = 0;
  for (const byte of body) {
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      values += 1;
    } else if (byte === COMMA) {
      members += 1;
    }
  }
  const estimate =
    2 * body.length + values * BYTES_A_VALUE + members * BYTES_A_MEMBER;
  if (estimate > budget) {
    throw new ReportError(
      `The report has about ${values} objects and lists: reading it needs more than ${memoryMb} MB of memory`,
    );
  }
}
