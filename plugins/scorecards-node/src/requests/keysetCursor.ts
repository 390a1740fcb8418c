import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Writes where the next page begins. @public */
export function writeCursor(keys: unknown): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Reads where a page begins.
 *
 * @throws InputError for a cursor of another list
 * @public
 */
export function readCursor<T>(
  cursor: string | undefined,
  keys: z.ZodType<T>,
): T | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    return keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (error) {
    throw new InputError('The cursor is not one of this list', error);
  }
}
