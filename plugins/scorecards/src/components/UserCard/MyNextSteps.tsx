import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatCount,
  formatGain,
  PanelLoading,
  PanelPartial,
  TextLink,
} from '@synchrony/ui';
import { actorSentence, effortLabel } from '../../model/labels';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import styles from './UserCard.module.css';
import { NextStepOf, useNextSteps } from './useNextSteps';

function Step(props: NextStepOf) {
  const { row, step } = props;
  const path = useEntityPath()(row.entityRef, SCORECARD_PATH);
  const actor = actorSentence(step.actor);
  const search = new URLSearchParams({
    scorecard: row.scorecardId,
    check: step.checkId,
  });
  return (
    <li>
      <span>
        {path ? (
          <TextLink href={`${path}?${search}`} strong>
            {step.action}
          </TextLink>
        ) : (
          <strong>{step.action}</strong>
        )}
        <span className={styles.muted}>
          <EntityRefLink
            entityRef={row.entityRef}
            defaultKind="component"
            hideIcon
          />
        </span>
      </span>
      <span className={styles.muted}>
        {effortLabel(step.effort)} effort, {formatGain(step.gain)} points
        {actor && `. ${actor}.`}
      </span>
    </li>
  );
}

/** What to do next for the components that are furthest below their target. */
export function MyNextSteps(props: { rows: EntityScoreRow[] }) {
  const { value } = useNextSteps(props.rows);
  return (
    <section aria-labelledby="my-next-steps">
      <h3 id="my-next-steps">My next steps</h3>
      {!value && <PanelLoading what="your next steps" height={96} />}
      {value && value.steps.length > 0 && (
        <ol className={styles.steps}>
          {value.steps.map(next => (
            <Step key={next.row.entityRef} {...next} />
          ))}
        </ol>
      )}
      {value && value.steps.length === 0 && value.failed === 0 && (
        <p className={styles.muted}>No plan has a step for you.</p>
      )}
      {value && value.failed > 0 && (
        <PanelPartial>
          The plans of {value.failed} of{' '}
          {formatCount(props.rows.length, 'component')} could not be read.
        </PanelPartial>
      )}
    </section>
  );
}
