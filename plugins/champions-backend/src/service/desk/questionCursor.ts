import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { QuestionPosition } from '../../store/desk/QuestionStore';

const keysSchema = z.tuple([z.number().int(), z.string().max(36)]);

export function writeCursor({ askedAt, id }: QuestionPosition): string {
  return Buffer.from(JSON.stringify([askedAt, id])).toString('base64url');
}

/** @throws InputError for what is not a cursor of questions */
export function readCursor(
  cursor: string | undefined,
): QuestionPosition | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    const [askedAt, id] = keysSchema.parse(JSON.parse(text));
    return { askedAt, id };
  } catch (error) {
    throw new InputError('The cursor is not one of this list', error);
  }
}
