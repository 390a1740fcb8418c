import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { PersonChip, RelativeTime, TextLink } from '@synchrony/ui';
import { ReviewActions } from './ReviewActions';
import { useReviewAddress } from './useReviewAddress';
import { REVIEW_STATUS_WORDS, reviewScopeText } from './words';
import styles from './Reviews.module.css';

function Facts(props: { review: ScorecardReview }) {
  const { review } = props;
  const { hrefOf } = useReviewAddress();
  const { endedAt, participants = [], previous, startedAt } = review;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>State</dt>
        <dd>
          {REVIEW_STATUS_WORDS[review.status]}
          {endedAt && (
            <>
              {' '}
              <RelativeTime at={endedAt} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Facilitator</dt>
        <dd>
          <PersonChip entityRef={review.facilitator} />
        </dd>
      </div>
      <div>
        <dt>{startedAt ? 'Started' : 'Day'}</dt>
        <dd>{startedAt?.slice(0, 10) ?? review.plannedFor ?? 'not set'}</dd>
      </div>
      <div>
        <dt>For</dt>
        <dd>{reviewScopeText(review.scope)}</dd>
      </div>
      {participants.length > 0 && (
        <div>
          <dt>Participants</dt>
          <dd className={styles.chips}>
            {participants.map(ref => (
              <PersonChip key={ref} entityRef={ref} />
            ))}
          </dd>
        </div>
      )}
      {previous && (
        <div>
          <dt>The last one of this scope</dt>
          <dd>
            <TextLink href={hrefOf({ review: previous.id })}>
              {previous.title}
            </TextLink>{' '}
            ({previous.startedAt.slice(0, 10)})
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What a review is, and what the viewer may do with it. */
export function ReviewHead(props: {
  review: ScorecardReview;
  onChanged: () => void;
}) {
  const { onChanged, review } = props;
  const { hrefOf } = useReviewAddress();
  return (
    <section className={styles.card} aria-labelledby="review">
      <p className={styles.line}>
        <TextLink href={hrefOf({})}>All scorecard reviews</TextLink>
      </p>
      <div className={styles.head}>
        <h2 id="review" className={styles.title}>
          {review.title}
        </h2>
        <ReviewActions review={review} onChanged={onChanged} />
      </div>
      <Facts review={review} />
    </section>
  );
}
