import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import styles from './ProblemList.module.css';

/** Faults of definitions, each with its place. */
export function ProblemList(props: { problems: DefinitionProblem[] }) {
  return (
    <ul className={styles.problems}>
      {props.problems.map(problem => (
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
  );
}
