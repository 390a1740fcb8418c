import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EarlierActions,
  ReviewDecisions,
  ReviewItem,
  ScorecardReview,
  ScorecardView,
  Stage,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  LevelChip,
  LevelRing,
  LiveData,
  OwnerChip,
  PanelEmpty,
  PanelForbidden,
  TextLink,
} from '@synchrony/ui';
import { useState } from 'react';
import { useScorecardsOf } from '../../api';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { ReviewPanel } from './ReviewPanel';
import { StageStrip } from '../ScorecardContent/StageStrip';
import { NextSteps } from '../SecurityCard/NextSteps';
import { ScoreSummary } from '../SecurityCard/ScoreSummary';
import { DecisionsPanel } from './DecisionsPanel';
import { nameOf } from './names';
import type { CheckWaiverDialog } from './ReviewsPage';
import { SlideChanges } from './SlideChanges';
import { SlideChecks } from './SlideChecks';
import styles from './Reviews.module.css';

function Head(props: { item: ReviewItem; scorecardId: string }) {
  const { item, scorecardId } = props;
  const path = useEntityPath()(item.entityRef, SCORECARD_PATH);
  const query = new URLSearchParams({ scorecard: scorecardId });
  return (
    <div className={styles.head}>
      <h2 className={styles.service}>
        <EntityRefLink
          entityRef={item.entityRef}
          defaultKind="component"
          hideIcon
        />
      </h2>
      <span className={styles.chips}>
        <span>{item.tier ?? 'no tier'}</span>
        <OwnerChip entityRef={item.ownerRef} />
        {path && (
          <TextLink href={`${path}?${query}`}>Open its scorecard</TextLink>
        )}
      </span>
    </div>
  );
}

/** Where it stood at the start, where that is not where it stands now. */
function Then(props: { item: ReviewItem; scorecard: ScorecardView }) {
  const { item, scorecard } = props;
  return item.then.level === scorecard.level ? null : (
    <p className={styles.line}>
      When the review started: <LevelChip level={item.then.level} />
    </p>
  );
}

function Known(props: {
  review: ScorecardReview;
  item: ReviewItem;
  scorecard: ScorecardView;
}) {
  const { item, review, scorecard } = props;
  const { entityRef } = item;
  const [stage, setStage] = useState<Stage>();
  return (
    <div className={styles.stack}>
      <div className={styles.top}>
        <LevelRing
          level={scorecard.level}
          targetLevel={scorecard.targetLevel}
          scoreLow={scorecard.scoreLow}
          scoreHigh={scorecard.scoreHigh}
          evidencePct={scorecard.evidencePct}
        />
        <ScoreSummary scorecard={scorecard} />
        <SlideChanges
          review={review}
          entityRef={entityRef}
          scorecardId={scorecard.id}
        />
      </div>
      <Then item={item} scorecard={scorecard} />
      <div className={styles.strip}>
        <StageStrip
          scorecard={scorecard}
          selected={stage}
          onSelect={setStage}
        />
      </div>
      {scorecard.redacted && (
        <PanelForbidden
          title="You can see the outcomes, not what stands behind them."
          askRef={item.ownerRef}
        >
          Reasons, evidence and the plan are open to the owner and to AppSec.
        </PanelForbidden>
      )}
      <SlideChecks entityRef={entityRef} scorecard={scorecard} stage={stage} />
      <NextSteps entityRef={entityRef} scorecard={scorecard} />
    </div>
  );
}

/** One component: where it stands, why, and what is decided about it. */
export function Slide(props: {
  review: ScorecardReview;
  item: ReviewItem;
  decisions: LiveData<ReviewDecisions>;
  earlier: LiveData<EarlierActions>;
  checkWaiver?: CheckWaiverDialog;
  onChanged: () => void;
}) {
  const { item, review } = props;
  const live = useScorecardsOf(item.entityRef);
  const scorecard = live.value?.scorecards.find(
    ({ id }) => id === review.scorecardId,
  );
  return (
    <div className={styles.slide}>
      <section className={styles.card} aria-label={nameOf(item)}>
        <Head item={item} scorecardId={review.scorecardId} />
        <ReviewPanel live={live} subject="Scorecard" height={520}>
          {() =>
            scorecard ? (
              <Known review={review} item={item} scorecard={scorecard} />
            ) : (
              <PanelEmpty title="The scorecard does not cover it any more">
                When the review started, it was on{' '}
                <LevelChip level={item.then.level} />.
              </PanelEmpty>
            )
          }
        </ReviewPanel>
      </section>
      <DecisionsPanel
        review={review}
        item={item}
        checks={scorecard?.checks ?? []}
        decisions={props.decisions}
        earlier={props.earlier}
        checkWaiver={props.checkWaiver}
        onChanged={props.onChanged}
      />
    </div>
  );
}
