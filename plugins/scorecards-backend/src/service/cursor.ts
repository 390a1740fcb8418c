import { InputError } from '@backstage/errors';
import {
  ENTITY_SCORE_ORDERS,
  EntityScoreOrder,
} from '@synchrony/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { Position } from '../store/ScoreListStore';

const cursorSchema = z.object({
  order: z.enum(ENTITY_SCORE_ORDERS),
  keys: z.array(z.union([z.string(), z.number()])),
  backwards: z.boolean(),
  skip: z.number().int().min(1).optional(),
});

export function encodeCursor(
  order: EntityScoreOrder,
  position: Position,
): string {
  return Buffer.from(JSON.stringify({ order, ...position })).toString(
    'base64url',
  );
}

/** A cursor belongs to the order that it was made for. */
export function decodeCursor(
  cursor: string,
  order: EntityScoreOrder,
  keyCount: number,
): Position {
  try {
    const decoded = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    const isComplete =
      decoded.keys.length === keyCount ||
      (decoded.keys.length === 0 && decoded.skip !== undefined);
    if (decoded.order === order && isComplete) {
      return decoded;
    }
  } catch (error) {
    throw new InputError('The cursor is not one of this list', error);
  }
  throw new InputError('The cursor belongs to another order');
}
