import { Button } from '@backstage/ui';
import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelEmpty, PersonChip, TextLink } from '@synchrony/ui';
import { useReviewList } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import { useReviewAddress } from './useReviewAddress';
import { REVIEW_STATUS_WORDS, reviewScopeText } from './words';
import styles from './Reviews.module.css';

function dayOf(review: ScorecardReview): string {
  return (
    (review.startedAt ?? review.plannedFor ?? review.endedAt)?.slice(0, 10) ??
    '–'
  );
}

function Row(props: { review: ScorecardReview }) {
  const { review } = props;
  const { hrefOf } = useReviewAddress();
  return (
    <tr>
      <th scope="row">
        <TextLink href={hrefOf({ review: review.id })} strong>
          {review.title}
        </TextLink>
      </th>
      <td>{REVIEW_STATUS_WORDS[review.status]}</td>
      <td>{reviewScopeText(review.scope)}</td>
      <td>
        <PersonChip entityRef={review.facilitator} />
      </td>
      <td>{dayOf(review)}</td>
    </tr>
  );
}

/** All scorecard reviews, newest first. */
export function ReviewList() {
  const { address, change, go } = useReviewAddress();
  const live = useReviewList(address.cursor);
  return (
    <section className={styles.card} aria-labelledby="reviews">
      <div className={styles.head}>
        <h2 id="reviews">Scorecard reviews</h2>
        {live.value?.mayManage && (
          <Button
            size="small"
            variant="primary"
            onPress={() => go({ form: 'new' })}
          >
            Start a review
          </Button>
        )}
      </div>
      <p className={styles.sub}>
        Meetings that go through services one by one, worst first, and keep what
        was decided · about services, not about people
      </p>
      <ReviewPanel live={live} subject="Scorecard reviews">
        {({ items, pageInfo }) =>
          items.length === 0 ? (
            <PanelEmpty title="No scorecard review yet">
              A leader or AppSec starts one for a group, a system or a domain.
            </PanelEmpty>
          ) : (
            <>
              <div className={styles.scroll}>
                <table className={styles.table}>
                  <caption className={styles.hidden}>Scorecard reviews</caption>
                  <thead>
                    <tr>
                      <th scope="col">Review</th>
                      <th scope="col">State</th>
                      <th scope="col">For</th>
                      <th scope="col">Facilitator</th>
                      <th scope="col">Day</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(review => (
                      <Row key={review.id} review={review} />
                    ))}
                  </tbody>
                </table>
              </div>
              {pageInfo.nextCursor && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => change({ cursor: pageInfo.nextCursor })}
                >
                  Next page
                </Button>
              )}
            </>
          )
        }
      </ReviewPanel>
    </section>
  );
}
