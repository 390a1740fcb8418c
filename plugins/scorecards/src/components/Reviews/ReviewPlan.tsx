import { ScorecardReview } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelEmpty } from '@synchrony/ui';
import { useEarlierActions } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import { AgendaPreview } from './AgendaPreview';
import { DecisionRow } from './DecisionRow';
import styles from './Reviews.module.css';

/** What will be looked at, and what the reviews before left open. */
export function ReviewPlan(props: { review: ScorecardReview }) {
  const { review } = props;
  const live = useEarlierActions(review.id);
  return (
    <div className={styles.pair}>
      <section className={styles.card} aria-labelledby="agenda">
        <h2 id="agenda">Agenda as it would be now</h2>
        <AgendaPreview scorecardId={review.scorecardId} scope={review.scope} />
      </section>
      <section className={styles.card} aria-labelledby="earlier">
        <h2 id="earlier">Open from earlier reviews</h2>
        <ReviewPanel live={live} subject="Earlier actions">
          {({ items }) =>
            items.length === 0 ? (
              <PanelEmpty title="Nothing is open">
                No earlier review of this scope left an action that you may see.
              </PanelEmpty>
            ) : (
              <ul className={styles.decisions}>
                {items.map(action => (
                  <DecisionRow
                    key={action.id}
                    decision={action}
                    isNamed
                    from={action.reviewTitle}
                    onChanged={live.reload}
                  />
                ))}
              </ul>
            )
          }
        </ReviewPanel>
      </section>
    </div>
  );
}
