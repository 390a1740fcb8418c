import { Container } from '@backstage/ui';
import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { CheckWaiver, PanelEmpty } from '@synchrony/ui';
import { useReview } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import { ReviewEditor } from './ReviewEditor';
import { ReviewHead } from './ReviewHead';
import { ReviewList } from './ReviewList';
import { ReviewPlan } from './ReviewPlan';
import { ReviewRoom } from './ReviewRoom';
import { ReviewSummary } from './ReviewSummary';
import { useReviewAddress } from './useReviewAddress';
import styles from './Reviews.module.css';

/** Asks for waivers, in portals that have them. */
export type CheckWaiverDialog = CheckWaiver['component'];

function Content(props: {
  review: ScorecardReview;
  checkWaiver?: CheckWaiverDialog;
  onChanged: () => void;
}) {
  const { checkWaiver, review, onChanged } = props;
  switch (review.status) {
    case 'planned':
      return <ReviewPlan review={review} />;
    case 'running':
      return (
        <ReviewRoom
          review={review}
          checkWaiver={checkWaiver}
          onChanged={onChanged}
        />
      );
    case 'ended':
      return <ReviewSummary review={review} />;
    default:
      return (
        <PanelEmpty title="This review was cancelled">
          Nothing of it counts, and its actions are not followed up.
        </PanelEmpty>
      );
  }
}

function OneReview(props: { id: string; checkWaiver?: CheckWaiverDialog }) {
  const { checkWaiver, id } = props;
  const { address } = useReviewAddress();
  const live = useReview(id);
  return (
    <ReviewPanel live={live} subject="Scorecard review" height={480}>
      {review =>
        address.form === 'edit' && review.mayEdit ? (
          <ReviewEditor
            key={review.version}
            review={review}
            onSaved={live.reload}
          />
        ) : (
          <div className={styles.stack}>
            <ReviewHead review={review} onChanged={live.reload} />
            <Content
              review={review}
              checkWaiver={checkWaiver}
              onChanged={live.reload}
            />
          </div>
        )
      }
    </ReviewPanel>
  );
}

/** All scorecard reviews, or the one that the address names. */
export function ReviewsPage(props: { checkWaiver?: CheckWaiverDialog }) {
  const { address } = useReviewAddress();
  const { form, review, within } = address;
  if (review) {
    return (
      <main className={styles.wide}>
        <OneReview id={review} checkWaiver={props.checkWaiver} />
      </main>
    );
  }
  return (
    <main>
      <Container>
        <div className={styles.page}>
          {form === 'new' ? <ReviewEditor within={within} /> : <ReviewList />}
        </div>
      </Container>
    </main>
  );
}
