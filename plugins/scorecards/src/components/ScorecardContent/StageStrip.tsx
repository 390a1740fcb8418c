import {
  ScorecardView,
  Stage,
  STAGES,
  StageView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatScore, StageSegments } from '@synchrony/ui';
import { shownOutcome } from '../../model/outcome';
import { stageLabel } from '../../model/labels';
import styles from './ScorecardContent.module.css';

function Score(props: { stage: StageView }) {
  const { scoreLow, scoreHigh = scoreLow } = props.stage;
  if (scoreLow === undefined || scoreHigh === undefined) {
    return <span className={styles.stageScore} />;
  }
  const low = Math.round(scoreLow);
  const high = Math.round(scoreHigh);
  return (
    <span className={styles.stageScore}>
      {formatScore(low)}
      {high > low && <span>–{formatScore(high)}</span>}
    </span>
  );
}

function whyWithout(hasChecks: boolean, waiting: number): string {
  if (waiting > 0) {
    return `${waiting} waiting for a source`;
  }
  return hasChecks ? 'does not apply' : 'no checks yet';
}

function StageWithout(props: {
  stage: Stage;
  hasChecks: boolean;
  waiting: number;
}) {
  const { hasChecks, stage, waiting } = props;
  return (
    <div className={`${styles.stage} ${styles.stageWithout}`}>
      <span className={styles.stageName}>{stageLabel(stage)}</span>
      <span>{whyWithout(hasChecks, waiting)}</span>
    </div>
  );
}

/**
 * The stages of the lifecycle in order. A stage with checks shows its score
 * and filters the table; one without is drawn as a gap in the scorecard,
 * neither good nor unknown.
 */
export function StageStrip(props: {
  scorecard: ScorecardView;
  selected?: Stage;
  onSelect: (stage: Stage | undefined) => void;
}) {
  const { scorecard, selected, onSelect } = props;
  const waitingIn = (stage: Stage) =>
    scorecard.waiting?.filter(check => check.stage === stage).length ?? 0;
  const views = new Map(scorecard.stages.map(view => [view.stage, view]));
  return (
    <div role="group" aria-label="Stages" className={styles.stages}>
      {STAGES.map(stage => {
        const view = views.get(stage);
        const all = scorecard.checks.filter(check => check.stage === stage);
        const checks = all.filter(
          ({ outcome }) => outcome !== 'not_applicable',
        );
        if (!view || checks.length === 0) {
          return (
            <StageWithout
              key={stage}
              stage={stage}
              hasChecks={all.length > 0}
              waiting={waitingIn(stage)}
            />
          );
        }
        const passed = checks.filter(check => check.outcome === 'pass').length;
        return (
          <button
            key={stage}
            type="button"
            className={styles.stage}
            aria-pressed={selected === stage}
            onClick={() => onSelect(selected === stage ? undefined : stage)}
          >
            <span className={styles.stageName}>
              {stageLabel(stage)}
              <small title={`${passed} of ${checks.length} checks pass`}>
                {passed}/{checks.length}
              </small>
            </span>
            <Score stage={view} />
            <StageSegments outcomes={checks.map(shownOutcome)} />
          </button>
        );
      })}
    </div>
  );
}
