import { useApi } from '@backstage/frontend-plugin-api';
import { BgProvider, Button } from '@backstage/ui';
import {
  CheckView,
  EarlierActions,
  ReviewDecision,
  ReviewDecisions,
  ReviewItem,
  ScorecardReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, PanelForbidden, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { reviewsApiRef } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import { DecisionForm } from './DecisionForm';
import { DecisionRow } from './DecisionRow';
import { decisionInputOf } from './decisionDraft';
import type { CheckWaiverDialog } from './ReviewsPage';
import styles from './Reviews.module.css';

interface DecisionsPanelProps {
  review: ScorecardReview;
  item: ReviewItem;
  /** Of its scorecard. */
  checks: CheckView[];
  decisions: LiveData<ReviewDecisions>;
  earlier: LiveData<EarlierActions>;
  checkWaiver?: CheckWaiverDialog;
  onChanged: () => void;
}

function Earlier(props: { live: LiveData<EarlierActions>; entityRef: string }) {
  const { entityRef, live } = props;
  return (
    <ReviewPanel live={live} subject="Earlier actions" height={40}>
      {({ items }) => {
        const here = items.filter(each => each.entityRef === entityRef);
        return (
          here.length > 0 && (
            <>
              <h3 className={styles.sectionTitle}>Open from earlier reviews</h3>
              <ul className={styles.decisions}>
                {here.map(action => (
                  <DecisionRow
                    key={action.id}
                    decision={action}
                    from={action.reviewTitle}
                    onChanged={live.reload}
                  />
                ))}
              </ul>
            </>
          )
        );
      }}
    </ReviewPanel>
  );
}

/** What is decided about a component, and a form to record more. */
export function DecisionsPanel(props: DecisionsPanelProps) {
  const { checks, checkWaiver, decisions, item, onChanged, review } = props;
  const api = useApi(reviewsApiRef);
  const [edited, setEdited] = useState<string>();
  const [removed, setRemoved] = useState<ReviewDecision>();
  const { isBusy, problem, send } = useRequest();

  const remove = (decision: ReviewDecision) =>
    send(async () => {
      await api.removeDecision(review.id, decision.id, decision.version);
      setRemoved(decision);
      onChanged();
    });
  const restore = (decision: ReviewDecision) =>
    send(async () => {
      await api.addDecision(
        review.id,
        item.entityRef,
        decisionInputOf(decision),
      );
      setRemoved(undefined);
      onChanged();
    });

  return (
    <section className={styles.card} aria-labelledby="decisions">
      <h2 id="decisions">Decisions</h2>
      {item.redacted && (
        <PanelForbidden
          title="You see your own decisions only."
          askRef={item.ownerRef}
        >
          What is decided about a service is open to those who may read its
          evidence.
        </PanelForbidden>
      )}
      <ReviewPanel live={decisions} subject="Decisions" height={80}>
        {({ items }) => {
          const here = items.filter(
            ({ entityRef }) => entityRef === item.entityRef,
          );
          return here.length === 0 ? (
            <p className={styles.muted}>Nothing is decided yet.</p>
          ) : (
            <ul className={styles.decisions}>
              {here.map(decision =>
                decision.id === edited ? (
                  <li key={decision.id} className={styles.decision}>
                    <BgProvider bg="neutral-1">
                      <DecisionForm
                        key={decision.version}
                        review={review}
                        item={item}
                        checks={checks}
                        decision={decision}
                        onRecorded={() => {
                          setEdited(undefined);
                          onChanged();
                        }}
                        onCancel={() => setEdited(undefined)}
                      />
                    </BgProvider>
                  </li>
                ) : (
                  <DecisionRow
                    key={decision.id}
                    decision={decision}
                    onChanged={onChanged}
                  >
                    {decision.mayEdit && (
                      <>
                        <Button
                          size="small"
                          variant="tertiary"
                          aria-label={`Edit: ${decision.text}`}
                          onPress={() => setEdited(decision.id)}
                        >
                          Edit
                        </Button>
                        <Button
                          size="small"
                          variant="tertiary"
                          isDisabled={isBusy}
                          aria-label={`Remove: ${decision.text}`}
                          onPress={() => remove(decision)}
                        >
                          Remove
                        </Button>
                      </>
                    )}
                  </DecisionRow>
                ),
              )}
            </ul>
          );
        }}
      </ReviewPanel>
      {removed && (
        <p role="status" className={styles.buttons}>
          Removed.
          {removed.kind === 'waiver' && ' The waiver itself stays asked for.'}
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isBusy}
            onPress={() => restore(removed)}
          >
            Undo
          </Button>
        </p>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.message}
        </p>
      )}
      {review.mayRecord && (
        <BgProvider bg="neutral-1">
          <DecisionForm
            review={review}
            item={item}
            checks={checks}
            checkWaiver={checkWaiver}
            onRecorded={onChanged}
          />
        </BgProvider>
      )}
      <Earlier live={props.earlier} entityRef={item.entityRef} />
    </section>
  );
}
