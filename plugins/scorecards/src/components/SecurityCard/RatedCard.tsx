import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { LevelRing, PanelForbidden } from '@synchrony/ui';
import { ReactNode } from 'react';
import { meetsTarget } from '../../model/checks';
import { useEntityOwner } from '../useEntityOwner';
import { EndingWaivers } from './EndingWaivers';
import { Evaluated } from './Evaluated';
import { LastDays } from './LastDays';
import { MissingEvidence } from './MissingEvidence';
import { NextSteps } from './NextSteps';
import { ScoreSummary } from './ScoreSummary';
import { TargetMet } from './TargetMet';
import styles from './SecurityCard.module.css';

interface RatedCardProps {
  entityRef: string;
  scorecard: ScorecardView;
  sections: ReactNode;
}

/** The level, what is proven, what is unknown, and what to do next. */
export function RatedCard(props: RatedCardProps) {
  const { entityRef, scorecard, sections } = props;
  const owner = useEntityOwner();
  return (
    <div className={styles.stack}>
      <Evaluated scorecard={scorecard} />
      <div className={styles.top}>
        <LevelRing
          level={scorecard.level}
          targetLevel={scorecard.targetLevel}
          scoreLow={scorecard.scoreLow}
          scoreHigh={scorecard.scoreHigh}
          evidencePct={scorecard.evidencePct}
        />
        <ScoreSummary scorecard={scorecard} />
        {!scorecard.redacted && (
          <div className={styles.topSections}>{sections}</div>
        )}
      </div>
      {scorecard.redacted ? (
        <PanelForbidden
          title="You can see the level, not the findings."
          askRef={owner}
        >
          Counts and steps are open to the owner and to AppSec.
        </PanelForbidden>
      ) : (
        <>
          <MissingEvidence scorecard={scorecard} />
          {meetsTarget(scorecard) && <TargetMet scorecard={scorecard} />}
          <NextSteps entityRef={entityRef} scorecard={scorecard} />
          <EndingWaivers entityRef={entityRef} scorecard={scorecard} />
        </>
      )}
      <LastDays entityRef={entityRef} scorecardId={scorecard.id} />
    </div>
  );
}
