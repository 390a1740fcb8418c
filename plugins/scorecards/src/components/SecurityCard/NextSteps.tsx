import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { RiArrowRightLine } from '@remixicon/react';
import {
  formatCount,
  formatScore,
  LevelChip,
  levelLabel,
  TextLink,
} from '@synchrony/ui';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { NextStep } from './NextStep';
import styles from './SecurityCard.module.css';

const SHOWN = 3;
const ALL_WORDS = ['', 'This one', 'Both', 'All three'];

/** The cheapest steps to the next level, and what they lead to. */
export function NextSteps(props: {
  entityRef: string;
  scorecard: ScorecardView;
}) {
  const { entityRef, scorecard } = props;
  const { plan = [], planResult, nextLevel } = scorecard;
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  if (plan.length === 0) {
    return null;
  }
  const all = ALL_WORDS[plan.length] ?? `All ${plan.length}`;
  const reasons = new Map(
    scorecard.checks.map(check => [check.id, check.reason]),
  );
  return (
    <div>
      <h4 className={styles.heading}>
        {nextLevel ? `Next steps to ${levelLabel(nextLevel)}` : 'Next steps'}
        <small>{formatCount(plan.length, 'step')}, cheapest first</small>
      </h4>
      <ol className={styles.steps} aria-label="Next steps">
        {plan.slice(0, SHOWN).map((step, index) => (
          <NextStep
            key={step.checkId}
            number={index + 1}
            step={step}
            reason={reasons.get(step.checkId)}
            href={path && `${path}?check=${encodeURIComponent(step.checkId)}`}
          />
        ))}
      </ol>
      <p className={styles.projection}>
        {planResult && (
          <>
            <RiArrowRightLine size={14} aria-hidden="true" />
            {all}: <strong>{formatScore(planResult.scoreLow)}</strong> and{' '}
            <LevelChip level={planResult.level} waivers={planResult.waivers} />
          </>
        )}
        <span className={styles.spacer} />
        {path && (
          <TextLink href={`${path}?show=blocking`} strong>
            Show full plan
          </TextLink>
        )}
      </p>
    </div>
  );
}
