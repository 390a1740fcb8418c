import { ResponseError } from '@backstage/errors';

/** What went wrong with a request, in words, and at which field. */
export interface Problem {
  message: string;
  /** Name of a field of the body. */
  field?: string;
}

/** Reads what the back end said of a request that it refused. */
export function problemOf(error: unknown): Problem {
  if (ResponseError.is(error)) {
    const { details, message } = error.body.error as {
      message: string;
      details?: { path?: string };
    };
    return { message, field: details?.path?.match(/^body\.(\w+)/)?.[1] };
  }
  return { message: error instanceof Error ? error.message : String(error) };
}
