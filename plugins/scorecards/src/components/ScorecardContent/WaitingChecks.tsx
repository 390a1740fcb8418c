import {
  ScorecardView,
  Stage,
  WaitingCheckView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, LevelChip } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import styles from './ScorecardContent.module.css';

function WaitingRow(props: { check: WaitingCheckView }) {
  const { check } = props;
  return (
    <tr>
      <td>
        <strong>{check.title}</strong>
        <div className={styles.hint}>{check.rationale}</div>
      </td>
      <td>{stageLabel(check.stage)}</td>
      <td>waiting for {check.waitingFor.join(' and ')}</td>
      <td>
        {check.requiredFor ? <LevelChip level={check.requiredFor} /> : '–'}
      </td>
    </tr>
  );
}

/** Checks that nobody can measure here yet: neither good, bad nor unknown. */
export function WaitingChecks(props: {
  scorecard: ScorecardView;
  stage?: Stage;
}) {
  const { scorecard, stage } = props;
  const waiting = (scorecard.waiting ?? []).filter(
    check => !stage || check.stage === stage,
  );
  if (waiting.length === 0) {
    return null;
  }
  return (
    <section className={styles.card} aria-label="Waiting for a source">
      <div className={styles.waiting}>
        <h2>{formatCount(waiting.length, 'check')} waiting for a source</h2>
        <p>
          Nothing here tells what they ask for yet, so they count neither for
          the score nor for a level. They do once the source is connected.
        </p>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Waiting checks">
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col">Stage</th>
              <th scope="col">Source</th>
              <th scope="col">Required for</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map(check => (
              <WaitingRow key={check.id} check={check} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
