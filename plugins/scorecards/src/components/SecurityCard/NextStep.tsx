import { PlanStep } from '@synchrony/backstage-plugin-scorecards-common';
import { VisuallyHidden } from '@backstage/ui';
import { formatGain, TextLink } from '@synchrony/ui';
import { actorSentence, effortLabel } from '../../model/labels';
import { TextWithEntities } from '../TextWithEntities';
import styles from './SecurityCard.module.css';

interface NextStepProps {
  number: number;
  step: PlanStep;
  reason?: string;
  href?: string;
}

/** One step: what to do, why, how much work, and what it brings. */
export function NextStep(props: NextStepProps) {
  const { number, step, reason, href } = props;
  const actor = actorSentence(step.actor);
  const effort = `Effort: ${effortLabel(step.effort)}`;
  return (
    <li className={styles.step}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <span className={styles.stepText}>
        {href ? (
          <TextLink href={href} strong>
            {step.action}
          </TextLink>
        ) : (
          <strong>{step.action}</strong>
        )}
        <p>
          <TextWithEntities text={reason ?? step.title} />
        </p>
        {actor && <p>{actor}.</p>}
      </span>
      <span className={styles.effort} title={effort}>
        <span aria-hidden="true">{step.effort}</span>
        <VisuallyHidden>{effort}</VisuallyHidden>
      </span>
      <span className={styles.gain}>
        {formatGain(step.gain)}
        <small>points</small>
      </span>
    </li>
  );
}
