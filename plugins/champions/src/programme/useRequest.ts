import { ResponseError } from '@backstage/errors';
import { useState } from 'react';

function wordsOf(error: unknown): string {
  if (ResponseError.is(error)) {
    return error.body.error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Sends one thing at a time, and keeps what went wrong, in words. */
export function useRequest() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isBusy,
    problem,
    send: async (request: () => Promise<void>): Promise<void> => {
      setBusy(true);
      setProblem(undefined);
      try {
        await request();
      } catch (error) {
        setProblem(wordsOf(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
