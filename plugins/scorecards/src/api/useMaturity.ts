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
  query: { within?: string; scorecard?: string },
): LiveData<MaturityReport> {
  const api = useApi(maturityApiRef);
  return useLiveData({
    key: JSON.stringify([model, query.within, query.scorecard]),
    load: () => api.getMaturity(model, query),
    pollMs: POLL_MS,
  });
}
