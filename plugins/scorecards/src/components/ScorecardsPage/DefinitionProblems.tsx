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
  if (problems.length === 0) {
    return null;
  }
  return (
    <PanelNotice tone="warning">
      <strong>
        {formatCount(problems.length, 'definition file')} can’t be used. The
        last good version stays active.
      </strong>
      <ProblemList problems={problems} />
    </PanelNotice>
  );
}
