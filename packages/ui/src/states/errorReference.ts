import { ResponseError } from '@backstage/errors';

/**
 * What an administrator needs to find an error in the logs: status, path and
 * time of the failed request.
 *
 * @public
 */
export function errorReference(error: Error, at: Date): string {
  const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
  if (!(error instanceof ResponseError)) {
    return `${error.name} ${time}`;
  }
  const { request } = error.body;
  return [
    error.response.status,
    ...(request ? [request.method, request.url] : []),
    time,
  ].join(' ');
}
