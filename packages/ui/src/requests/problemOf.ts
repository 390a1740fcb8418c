import { ResponseError } from '@backstage/errors';

/** What went wrong with a request, in words, and at which field. @public */
export interface Problem {
  message: string;
  /** Name of a field of the body. */
  field?: string;
  /** Where in what was sent the fault is, other than in a field: `/runs/0, line 12`. */
  place?: string;
  /** Somebody else changed it since it was read. */
  isConflict: boolean;
}

const CONFLICT = 409;

/** Reads what the back end said of a request that it refused. @public */
export function problemOf(error: unknown): Problem {
  if (ResponseError.is(error)) {
    const { details, message } = error.body.error as {
      message: string;
      details?: { path?: string; line?: number };
    };
    const field = details?.path?.match(/^body\.(\w+)/)?.[1];
    return {
      message,
      field,
      place: field ? undefined : placeOf(details),
      isConflict: error.statusCode === CONFLICT,
    };
  }
  return error instanceof Error
    ? { message: error.message, isConflict: error.name === 'ConflictError' }
    : { message: String(error), isConflict: false };
}

/** A parameter is named by the message already. */
function placeOf({ line, path }: { path?: string; line?: number } = {}):
  string | undefined {
  const named = path?.startsWith('query.') ? undefined : path;
  return (
    [named, line === undefined ? undefined : `line ${line}`]
      .filter(Boolean)
      .join(', ') || undefined
  );
}
