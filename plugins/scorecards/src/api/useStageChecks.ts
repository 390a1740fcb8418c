import { useApi } from '@backstage/frontend-plugin-api';
import { Stage } from '@synchrony/backstage-plugin-scorecards-common';
import { useLiveData } from '@synchrony/ui';
import { definitionsApiRef } from './definitionsApiRef';

const POLL_MS = 15 * 60_000;

/** Ids of the checks of a scorecard, by stage or all; none while unknown. */
export function useStageChecks(
  scorecardId: string,
): (stage?: Stage) => string[] {
  const api = useApi(definitionsApiRef);
  const { value } = useLiveData({
    key: 'definition-details',
    load: () => api.getDefinitionDetails(),
    pollMs: POLL_MS,
  });
  const checks =
    value?.scorecards.find(({ id }) => id === scorecardId)?.checks ?? [];
  return stage =>
    checks
      .filter(check => stage === undefined || check.stage === stage)
      .map(({ checkId }) => checkId);
}
