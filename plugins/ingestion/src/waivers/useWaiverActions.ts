import { useApi } from '@backstage/frontend-plugin-api';
import {
  WaiverAction,
  WaiverActionRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { Problem, problemOf } from '@synchrony/ui';
import { ingestionApiRef } from '../api';

const DONE: Record<WaiverAction, string> = {
  approve: 'Approved by you.',
  reject: 'Rejected.',
  withdraw: 'Withdrawn.',
  revoke: 'Revoked. What it hid is open again.',
  renew: 'Asked for. This one holds until its end.',
};

/** Does something to a waiver and tells what became of it. */
export function useWaiverActions(id: string, onChanged: () => void) {
  const api = useApi(ingestionApiRef);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  return {
    isBusy,
    done,
    problem,
    /** Answers whether it was done. */
    act: async (request: WaiverActionRequest): Promise<boolean> => {
      setBusy(true);
      setDone(undefined);
      setProblem(undefined);
      try {
        await api.actOnWaiver(id, request);
        setDone(DONE[request.action]);
        onChanged();
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
