import { useState } from 'react';
import { Problem, problemOf } from './problemOf';

/** Sends something once, and tells what went wrong. */
export function useRequest() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    isBusy,
    problem,
    send: async (request: () => Promise<void>): Promise<void> => {
      setBusy(true);
      setProblem(undefined);
      try {
        await request();
      } catch (error) {
        setProblem(problemOf(error));
        setBusy(false);
      }
    },
  };
}
