import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelEmpty } from '@synchrony/ui';
import { useReviewItems } from '../../api';
import { LivePanel } from '../Campaigns/LivePanel';
import type { CheckWaiverDialog } from './ReviewsPage';
import { Stepper } from './Stepper';
import { REVIEW_RIGHT } from './words';

/** A review while it runs: one component at a time. */
export function ReviewRoom(props: {
  review: ScorecardReview;
  checkWaiver?: CheckWaiverDialog;
  onChanged: () => void;
}) {
  const { checkWaiver, review } = props;
  const live = useReviewItems(review.id);
  return (
    <LivePanel live={live} what="the agenda" right={REVIEW_RIGHT} height={600}>
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
    </LivePanel>
  );
}
