import { NotAllowedError, ResponseError } from '@backstage/errors';

/**
 * Whether a call failed because the caller may not see the answer.
 *
 * @public
 */
export function isForbidden(error: unknown): boolean {
  return (
    NotAllowedError.is(error) ||
    (ResponseError.is(error) && error.statusCode === 403)
  );
}
