import { formatExactTime, formatScore, LevelChip } from '@synchrony/ui';
import { ScoreStep } from '../../model/scoreSteps';
import styles from './ScoreHistory.module.css';

/** The chart as a table, newest first. */
export function ScoreTable(props: { steps: ScoreStep[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>Score and level by time</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col">Level</th>
            <th scope="col" className={styles.number}>
              Score
            </th>
            <th scope="col">Scorecard</th>
          </tr>
        </thead>
        <tbody>
          {[...props.steps].reverse().map(step => (
            <tr key={step.since}>
              <th scope="row">{formatExactTime(step.since)}</th>
              <td>{formatExactTime(step.until)}</td>
              <td>
                <LevelChip level={step.level} />
              </td>
              <td className={styles.number}>
                {step.score === undefined ? '–' : formatScore(step.score)}
              </td>
              <td>v{step.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
