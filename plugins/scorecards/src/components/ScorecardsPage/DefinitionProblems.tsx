import { useApi } from '@backstage/frontend-plugin-api';
import { formatCount, PanelNotice, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';
import styles from './ScorecardsPage.module.css';

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
      <ul className={styles.problems}>
        {problems.map(problem => (
          <li key={`${problem.file} ${problem.line} ${problem.message}`}>
            <code>
              {problem.file}
              {problem.line !== undefined && `:${problem.line}`}
              {problem.column !== undefined && `:${problem.column}`}
            </code>{' '}
            {problem.message}
            {problem.ruleColumn !== undefined &&
              `, at character ${problem.ruleColumn} of the rule`}
            {problem.expected && `; expected: ${problem.expected}`}
          </li>
        ))}
      </ul>
    </PanelNotice>
  );
}
