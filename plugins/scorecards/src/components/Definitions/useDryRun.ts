import { useApi } from '@backstage/frontend-plugin-api';
import {
  DryRun,
  DryRunRequest,
} from '@synchrony/backstage-plugin-scorecards-common';
import { useState } from 'react';
import { definitionsApiRef } from '../../api';

/** The last dry run: under way, failed or done. */
export interface DryRunState {
  isBusy: boolean;
  result?: DryRun;
  /** What went wrong, in words. */
  failure?: string;
  run: (request: DryRunRequest) => Promise<void>;
}

/** Tries definitions out, one at a time. */
export function useDryRun(): DryRunState {
  const api = useApi(definitionsApiRef);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<DryRun>();
  const [failure, setFailure] = useState<string>();
  return {
    isBusy,
    result,
    failure,
    run: async request => {
      setBusy(true);
      setFailure(undefined);
      setResult(undefined);
      try {
        setResult(await api.dryRun(request));
      } catch (error) {
        setFailure(error instanceof Error ? error.message : String(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
