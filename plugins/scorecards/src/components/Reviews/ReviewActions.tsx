import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  ScorecardReview,
  ScorecardReviewAction,
} from '@synchrony/backstage-plugin-scorecards-common';
import { useState } from 'react';
import { useRequest } from '@synchrony/ui';
import { reviewsApiRef } from '../../api';
import { useReviewAddress } from './useReviewAddress';
import { REVIEW_ACTION_WORDS } from './words';
import styles from './Reviews.module.css';

/** Steps that can't be taken back, with what they mean. */
const LAST_STEPS: Partial<
  Record<ScorecardReviewAction, { question: string; yes: string }>
> = {
  end: {
    question: 'Decisions can’t be changed afterwards.',
    yes: 'Yes, end the review',
  },
  cancel: {
    question: 'Nothing of it will count, and its actions are not followed up.',
    yes: 'Yes, cancel the review',
  },
};

/** What the viewer may do with a review; twice where there is no way back. */
export function ReviewActions(props: {
  review: ScorecardReview;
  onChanged: () => void;
}) {
  const { onChanged, review } = props;
  const { change } = useReviewAddress();
  const api = useApi(reviewsApiRef);
  const [asked, setAsked] = useState<ScorecardReviewAction>();
  const { isBusy, problem, send } = useRequest();
  const act = (action: ScorecardReviewAction) =>
    send(async () => {
      await api.actOnReview(review.id, action);
      setAsked(undefined);
      onChanged();
    });
  const last = asked && LAST_STEPS[asked];
  return (
    <div className={styles.buttons}>
      {asked && last ? (
        <>
          <span role="status">{last.question}</span>
          <Button
            size="small"
            variant="primary"
            isDisabled={isBusy}
            onPress={() => act(asked)}
          >
            {last.yes}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setAsked(undefined)}
          >
            Go back
          </Button>
        </>
      ) : (
        <>
          {review.mayEdit && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => change({ form: 'edit' })}
            >
              Edit
            </Button>
          )}
          {review.actions.map(action => (
            <Button
              key={action}
              size="small"
              variant={action === 'cancel' ? 'tertiary' : 'primary'}
              isDisabled={isBusy}
              onPress={() =>
                LAST_STEPS[action] ? setAsked(action) : act(action)
              }
            >
              {REVIEW_ACTION_WORDS[action]}
            </Button>
          ))}
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.message}
        </p>
      )}
    </div>
  );
}
