import { useState } from 'react';
import { Problem, problemOf } from './problemOf';

/**
 * Sends one thing at a time, and keeps what went wrong.
 *
 * @public
 */
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
