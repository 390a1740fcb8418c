import { NotAllowedError, ResponseError } from '@backstage/errors';

/** Whether the viewer may not read what was asked for. */
export function isForbidden(error: Error): boolean {
  return (
    NotAllowedError.is(error) ||
    (ResponseError.is(error) && error.statusCode === 403)
  );
}
