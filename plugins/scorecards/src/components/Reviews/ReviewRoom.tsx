import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelEmpty } from '@synchrony/ui';
import { useReviewItems } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import type { CheckWaiverDialog } from './ReviewsPage';
import { Stepper } from './Stepper';

/** A review while it runs: one component at a time. */
export function ReviewRoom(props: {
  review: ScorecardReview;
  checkWaiver?: CheckWaiverDialog;
  onChanged: () => void;
}) {
  const { checkWaiver, review } = props;
  const live = useReviewItems(review.id);
  return (
    <ReviewPanel live={live} subject="Agenda" height={600}>
      {({ items }) =>
        items.length === 0 ? (
          <PanelEmpty title="Nothing that you may see is on the agenda">
            Ask its facilitator.
          </PanelEmpty>
        ) : (
          <Stepper
            review={review}
            items={items}
            checkWaiver={checkWaiver}
            onChanged={() => {
              live.reload();
              props.onChanged();
            }}
          />
        )
      }
    </ReviewPanel>
  );
}
