import { useApi } from '@backstage/frontend-plugin-api';
import {
  MaturityModelInfo,
  MaturityReport,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { maturityApiRef } from './maturityApiRef';

const POLL_MS = 5 * 60_000;

/** The maturity models that checks give evidence for. */
export function useMaturityModels(): LiveData<{ models: MaturityModelInfo[] }> {
  const api = useApi(maturityApiRef);
  return useLiveData({
    key: 'models',
    load: () => api.getMaturityModels(),
    pollMs: POLL_MS,
  });
}

/** What evidence supports of a model; of everything without a ref. */
export function useMaturity(
  model: string,
  within?: string,
): LiveData<MaturityReport> {
  const api = useApi(maturityApiRef);
  return useLiveData({
    key: JSON.stringify([model, within]),
    load: () => api.getMaturity(model, within),
    pollMs: POLL_MS,
  });
}
