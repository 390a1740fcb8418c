import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  RiArrowLeftLine,
  RiArrowRightLine,
  RiCheckLine,
} from '@remixicon/react';
import {
  ReviewItem,
  ScorecardReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import { useRequest } from '@synchrony/ui';
import {
  reviewsApiRef,
  useEarlierActions,
  useReviewDecisions,
} from '../../api';
import { AgendaNav } from './AgendaNav';
import { nameOf } from './names';
import type { CheckWaiverDialog } from './ReviewsPage';
import { Slide } from './Slide';
import { useArrowKeys } from './useArrowKeys';
import { useShownItem } from './useShownItem';
import styles from './Reviews.module.css';

/** Steps through the agenda; what is recorded on the way is kept at once. */
export function Stepper(props: {
  review: ScorecardReview;
  items: ReviewItem[];
  checkWaiver?: CheckWaiverDialog;
  onChanged: () => void;
}) {
  const { checkWaiver, items, onChanged, review } = props;
  const { id, isFacilitator, mayRecord } = review;
  const api = useApi(reviewsApiRef);
  const decisions = useReviewDecisions(id);
  const earlier = useEarlierActions(id);
  const shown = useShownItem(review, items);
  const { isBusy, problem, send } = useRequest();
  const { index, show } = shown;
  const item = items[index];
  const isLast = index === items.length - 1;
  const onPrevious = index > 0 ? () => show(index - 1) : undefined;
  const onNext = isLast ? undefined : () => show(index + 1);
  useArrowKeys({ onPrevious, onNext });

  const note = (isDiscussed: boolean) =>
    send(async () => {
      await api.setDiscussed(id, item.entityRef, isDiscussed);
      onChanged();
      if (isDiscussed) {
        onNext?.();
      }
    });

  return (
    <div className={styles.room}>
      <AgendaNav
        items={items}
        decisions={decisions.value?.items ?? []}
        shown={index}
        onShow={show}
      />
      <div className={styles.stack}>
        <div className={styles.steps}>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiArrowLeftLine aria-hidden="true" />}
            isDisabled={!onPrevious}
            onPress={onPrevious}
          >
            Previous
          </Button>
          <p role="status" className={styles.progress}>
            <strong>
              {index + 1} of {items.length}
            </strong>
            <span className={styles.hidden}>: {nameOf(item)}</span>
          </p>
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiArrowRightLine aria-hidden="true" />}
            isDisabled={!onNext}
            onPress={onNext}
          >
            Next
          </Button>
          <span className={styles.spacer} />
          {item.isDiscussed && (
            <span className={styles.discussed}>
              <RiCheckLine size={16} aria-hidden="true" /> Discussed
            </span>
          )}
          {mayRecord && item.isDiscussed && (
            <Button
              size="small"
              variant="tertiary"
              isDisabled={isBusy}
              onPress={() => note(false)}
            >
              Not discussed after all
            </Button>
          )}
          {mayRecord && !item.isDiscussed && (
            <Button
              size="small"
              variant="primary"
              isDisabled={isBusy}
              onPress={() => note(true)}
            >
              {isLast ? 'Discussed' : 'Discussed, next'}
            </Button>
          )}
          {!isFacilitator &&
            (shown.isFollowing ? (
              <span className={styles.muted}>Following the facilitator</span>
            ) : (
              <Button size="small" variant="tertiary" onPress={shown.follow}>
                Follow the facilitator
              </Button>
            ))}
        </div>
        {(problem ?? shown.problem) && (
          <p className={styles.problem} role="alert">
            {problem?.message ??
              `Those who follow don’t see this yet: ${shown.problem}`}
          </p>
        )}
        <Slide
          key={item.entityRef}
          review={review}
          item={item}
          decisions={decisions}
          earlier={earlier}
          checkWaiver={checkWaiver}
          onChanged={() => {
            decisions.reload();
            earlier.reload();
            onChanged();
          }}
        />
      </div>
    </div>
  );
}
