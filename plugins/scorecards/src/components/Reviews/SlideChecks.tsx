import {
  CheckView,
  ScorecardView,
  Stage,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  LevelChip,
  OutcomeMark,
  PanelEmpty,
  SafeMarkdown,
  TextLink,
} from '@synchrony/ui';
import { requiredGaps } from '../../model/checks';
import { stageLabel } from '../../model/labels';
import { outcomeDetail, shownOutcome } from '../../model/outcome';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { TextWithEntities } from '../TextWithEntities';
import styles from './Reviews.module.css';

function isOpen({ outcome }: CheckView): boolean {
  return outcome === 'fail' || outcome === 'unknown';
}

function Check(props: { check: CheckView; href?: string }) {
  const { check, href } = props;
  return (
    <li className={styles.check}>
      <div className={styles.decisionHead}>
        <OutcomeMark
          outcome={shownOutcome(check)}
          detail={outcomeDetail(check)}
        />
        {href ? (
          <TextLink href={href} strong>
            {check.title}
          </TextLink>
        ) : (
          <strong>{check.title}</strong>
        )}
        {check.requiredFor && (
          <span className={styles.muted}>
            needed for <LevelChip level={check.requiredFor} />
          </span>
        )}
      </div>
      {check.reason && (
        <p className={styles.text}>
          <TextWithEntities text={check.reason} />
        </p>
      )}
      <div className={styles.fix}>
        <SafeMarkdown content={check.remediation} />
      </div>
    </li>
  );
}

/** Checks that keep it from its target, or the open ones of a stage. */
export function SlideChecks(props: {
  entityRef: string;
  scorecard: ScorecardView;
  stage?: Stage;
}) {
  const { entityRef, scorecard, stage } = props;
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  const checks = stage
    ? scorecard.checks.filter(check => check.stage === stage && isOpen(check))
    : requiredGaps(scorecard);
  const hrefOf = (check: CheckView) => {
    const query = new URLSearchParams({
      scorecard: scorecard.id,
      show: 'all',
      check: check.id,
    });
    return path && `${path}?${query}`;
  };
  return (
    <section aria-label="Checks that do not pass">
      <h3 className={styles.sectionTitle}>
        {stage
          ? `Checks of ${stageLabel(stage)} that do not pass`
          : 'Required checks that do not pass'}
      </h3>
      {checks.length === 0 ? (
        <PanelEmpty
          title={
            stage
              ? 'Every check of this stage is met'
              : 'Every required check is met'
          }
        />
      ) : (
        <ul className={styles.checks}>
          {checks.map(check => (
            <Check key={check.id} check={check} href={hrefOf(check)} />
          ))}
        </ul>
      )}
    </section>
  );
}
