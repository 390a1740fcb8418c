import { ResponseError } from '@backstage/errors';
import { useState } from 'react';

/** Why something was not done. */
export interface Problem {
  message: string;
  /** Somebody else changed it since it was read. */
  isConflict: boolean;
}

const CONFLICT = 409;

function problemOf(error: unknown): Problem {
  if (ResponseError.is(error)) {
    return {
      message: error.body.error.message,
      isConflict: error.statusCode === CONFLICT,
    };
  }
  return error instanceof Error
    ? { message: error.message, isConflict: error.name === 'ConflictError' }
    : { message: String(error), isConflict: false };
}

/** Sends something once at a time, and keeps what went wrong, in words. */
export function useRequest(): {
  isBusy: boolean;
  problem?: Problem;
  send: (request: () => Promise<void>) => Promise<void>;
} {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    isBusy,
    problem,
    send: async request => {
      setBusy(true);
      setProblem(undefined);
      try {
        await request();
      } catch (error) {
        setProblem(problemOf(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
