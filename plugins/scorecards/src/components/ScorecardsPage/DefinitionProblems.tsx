import { useApi } from '@backstage/frontend-plugin-api';
import { formatCount, PanelNotice, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';
import { ProblemList } from '../ProblemList';

const POLL_MS = 5 * 60_000;

/** Definition files that could not be used, so that a bad file is no secret. */
export function DefinitionProblems() {
  const api = useApi(scorecardsApiRef);
  const { value } = useLiveData({
    key: 'definitions',
    load: () => api.getDefinitions(),
    pollMs: POLL_MS,
  });
  const problems = value?.problems ?? [];
  const count = problems.length + (value?.withheldProblems ?? 0);
  if (count === 0) {
    return null;
  }
  return (
    <PanelNotice tone="warning">
      <strong>
        {formatCount(count, 'definition file')} can’t be used. The last good
        version stays active.
      </strong>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </PanelNotice>
  );
}
