import { useApi } from '@backstage/frontend-plugin-api';
import { BgProvider } from '@backstage/ui';
import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelForbidden, PanelLoading, useLiveData } from '@synchrony/ui';
import { reviewsApiRef, scorecardsApiRef, useUserRef } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import { ReviewForm } from './ReviewForm';
import { useReviewAddress } from './useReviewAddress';
import styles from './Reviews.module.css';

/** Plans a review, or changes the given one. */
export function ReviewEditor(props: {
  review?: ScorecardReview;
  within?: string;
  onSaved?: () => void;
}) {
  const { onSaved, review, within } = props;
  const { go } = useReviewAddress();
  const api = useApi(reviewsApiRef);
  const scorecards = useApi(scorecardsApiRef);
  const me = useUserRef();
  const live = useLiveData({
    key: 'choices',
    load: async () => {
      const [definitions, { mayManage }] = await Promise.all([
        scorecards.getDefinitions(),
        api.getReviews({ limit: 1 }),
      ]);
      return { choices: definitions.scorecards, mayManage };
    },
  });
  return (
    <section className={styles.card} aria-labelledby="review-form">
      <h2 id="review-form">{review ? review.title : 'New scorecard review'}</h2>
      <BgProvider bg="neutral-1">
        <ReviewPanel live={live} subject="Form">
          {({ choices, mayManage }) => {
            if (me === undefined) {
              return <PanelLoading what="the form" height={160} />;
            }
            if (!review && !mayManage) {
              return (
                <PanelForbidden title="You can't plan scorecard reviews.">
                  Leaders and AppSec do; ask one of them to name you as the
                  facilitator.
                </PanelForbidden>
              );
            }
            return (
              <ReviewForm
                review={review}
                me={me}
                within={within}
                choices={choices}
                onCancel={() => go({ review: review?.id })}
                onSave={async input => {
                  const saved = review
                    ? await api.updateReview(review.id, input, review.version)
                    : await api.createReview(input);
                  onSaved?.();
                  go({ review: saved.id });
                }}
              />
            );
          }}
        </ReviewPanel>
      </BgProvider>
    </section>
  );
}
