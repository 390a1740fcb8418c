import { hash } from 'node:crypto';
import { RequestError } from './RequestError';

/** A place in a list: values of the row next to it, and on which side. */
export interface Cursor {
  position: (number | string)[];
  backwards: boolean;
}

/**
 * A cursor belongs to the list that it came from; with other filters or another
 * order it says nothing.
 */
export function encodeCursor(cursor: Cursor, list: unknown): string {
  return Buffer.from(
    JSON.stringify([cursor.position, cursor.backwards ? 1 : 0, tagOf(list)]),
  ).toString('base64url');
}

export function decodeCursor(text: string, list: unknown): Cursor {
  const value = parse(text);
  if (Array.isArray(value) && value.length === 3) {
    const [position, backwards, tag] = value;
    const valid =
      Array.isArray(position) &&
      position.every(part => typeof part === 'string' || Number.isFinite(part));
    if (valid && tag === tagOf(list)) {
      return { position, backwards: backwards === 1 };
    }
  }
  throw new RequestError(
    400,
    'cursor does not belong to this list',
    'query.cursor',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function tagOf(list: unknown): string {
  return hash('sha1', JSON.stringify(list), 'base64url').slice(0, 8);
}
