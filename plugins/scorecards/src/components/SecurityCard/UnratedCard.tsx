import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import {
  ConnectPipeline,
  formatPercent,
  LevelRing,
  OutcomeMark,
  PanelForbidden,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { checksWith, isWithoutReports } from '../../model/checks';
import { useEntityOwner } from '../useEntityOwner';
import { Evaluated } from './Evaluated';
import { NextSteps } from './NextSteps';
import styles from './SecurityCard.module.css';

interface UnratedCardProps {
  entityRef: string;
  scorecard: ScorecardView;
  sections: ReactNode;
}

function Why(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  const { evidencePct } = scorecard;
  if (!scorecard.redacted && isWithoutReports(scorecard)) {
    return (
      <p>
        No report has arrived for this component. That says nothing about how
        secure it is.
      </p>
    );
  }
  return (
    <p>
      {evidencePct === undefined || scorecard.redacted
        ? 'There is too little evidence for a level.'
        : `There is evidence for ${formatPercent(
            evidencePct,
          )} of the checks by weight; a level needs 40 %.`}{' '}
      That says nothing about how secure it is.
    </p>
  );
}

/** Too little is known for a level: what is set already, and how to get evidence. */
export function UnratedCard(props: UnratedCardProps) {
  const { entityRef, scorecard, sections } = props;
  const owner = useEntityOwner();
  const passed = checksWith(scorecard, 'pass');
  const withoutReports = !scorecard.redacted && isWithoutReports(scorecard);
  return (
    <div className={styles.stack}>
      <Evaluated scorecard={scorecard} />
      <div className={styles.top}>
        <LevelRing level="unrated" targetLevel={scorecard.targetLevel} />
        <div className={styles.summary}>
          <p className={styles.title}>We can’t tell yet</p>
          <Why scorecard={scorecard} />
        </div>
        {!scorecard.redacted && !withoutReports && (
          <div className={styles.topSections}>{sections}</div>
        )}
      </div>
      {scorecard.redacted ? (
        <PanelForbidden
          title="You can see the level, not what stands behind it."
          askRef={owner}
        >
          Steps and evidence are open to the owner and to AppSec.
        </PanelForbidden>
      ) : (
        <>
          {passed.length > 0 && (
            <ul className={styles.known} aria-label="Already set">
              {passed.map(check => (
                <li key={check.id}>
                  <OutcomeMark outcome="pass" /> {check.title}
                </li>
              ))}
            </ul>
          )}
          {withoutReports ? (
            <div>
              <h4 className={styles.heading}>Connect the pipeline</h4>
              <ConnectPipeline entityRef={entityRef} />
            </div>
          ) : (
            <NextSteps entityRef={entityRef} scorecard={scorecard} />
          )}
        </>
      )}
    </div>
  );
}
