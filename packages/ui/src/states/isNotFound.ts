import { NotFoundError, ResponseError } from '@backstage/errors';

/**
 * Whether a call failed because there is no such thing, or none that the
 * caller may see.
 *
 * @public
 */
export function isNotFound(error: unknown): boolean {
  return (
    NotFoundError.is(error) ||
    (ResponseError.is(error) && error.statusCode === 404)
  );
}
