import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  ReviewDecision,
  ReviewActionStep,
} from '@synchrony/backstage-plugin-scorecards-common';
import { OwnerChip, TextLink, useRequest } from '@synchrony/ui';
import { ReactNode } from 'react';
import { reviewsApiRef } from '../../api';
import { waiversRouteRef } from '../../routes';
import { KIND_WORDS } from './words';
import styles from './Reviews.module.css';

const STEP_WORDS: Record<ReviewActionStep, string> = {
  complete: 'Mark as done',
  reopen: 'Open it again',
};

function WaiverOf(props: { id: string }) {
  const register = useRouteRef(waiversRouteRef);
  return register ? (
    <TextLink
      href={`${register()}?${new URLSearchParams({ waiver: props.id })}`}
    >
      See the waiver
    </TextLink>
  ) : null;
}

/** A decision with its owner, day and state, and what becomes of it. */
export function DecisionRow(props: {
  decision: ReviewDecision;
  /** Says which component it is about. */
  isNamed?: boolean;
  /** Title of the review that it is of, when it is another one. */
  from?: string;
  /** Buttons beside those of an action. */
  children?: ReactNode;
  onChanged: () => void;
}) {
  const { children, decision, from, isNamed, onChanged } = props;
  const { checkTitle, dueDate, kind, ownerRef, status, text } = decision;
  const api = useApi(reviewsApiRef);
  const { isBusy, problem, send } = useRequest();
  return (
    <li className={styles.decision}>
      <div className={styles.decisionHead}>
        <strong className={styles.tag}>{KIND_WORDS[kind]}</strong>
        {status && <span>{status === 'done' ? 'Done' : 'Open'}</span>}
        {isNamed && (
          <EntityRefLink
            entityRef={decision.entityRef}
            defaultKind="component"
            hideIcon
          />
        )}
        {dueDate && <span>due {dueDate}</span>}
        {ownerRef && <OwnerChip entityRef={ownerRef} />}
      </div>
      <p className={styles.text}>{text}</p>
      {checkTitle && <p className={styles.muted}>Check: {checkTitle}</p>}
      {from && <p className={styles.muted}>From: {from}</p>}
      <div className={styles.buttons}>
        {decision.waiverId && <WaiverOf id={decision.waiverId} />}
        {decision.steps.map(step => (
          <Button
            key={step}
            size="small"
            variant="tertiary"
            isDisabled={isBusy}
            aria-label={`${STEP_WORDS[step]}: ${text}`}
            onPress={() =>
              send(async () => {
                await api.stepAction(decision.reviewId, decision.id, step);
                onChanged();
              })
            }
          >
            {STEP_WORDS[step]}
          </Button>
        ))}
        {children}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.message}
        </p>
      )}
    </li>
  );
}
