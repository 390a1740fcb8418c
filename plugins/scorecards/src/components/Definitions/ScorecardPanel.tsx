import {
  ScorecardDetails,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, LevelChip, SidePanel, TextLink } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import details from '../ScorecardContent/ScorecardContent.module.css';
import styles from './Definitions.module.css';
import { Terms } from './Terms';
import { useDefinitionsPath } from './useDefinitionsPath';

function whomText({ appliesTo }: ScorecardDetails): string {
  const { kind, lifecycle, type } = appliesTo;
  return [
    kind.join(' or '),
    type && `of type ${type.join(' or ')}`,
    lifecycle && `in ${lifecycle.join(' or ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a scorecard asks of whom, check by check, and since when. */
export function ScorecardPanel(props: {
  scorecard: ScorecardDetails;
  onClose: () => void;
}) {
  const { scorecard, onClose } = props;
  const { checks, graceDays, targetByTier } = scorecard;
  const path = useDefinitionsPath();
  return (
    <SidePanel
      title={scorecard.title}
      kicker={`Scorecard · ${scorecard.id} · version ${scorecard.version}`}
      onClose={onClose}
    >
      <div className={details.details}>
        {scorecard.description && <p>{scorecard.description}</p>}
        <dl className={details.facts}>
          <dt>For</dt>
          <dd>{whomText(scorecard)}</dd>
          <dt>To reach</dt>
          <dd className={styles.targets}>
            {Object.entries(targetByTier).map(([tier, level]) => (
              <span key={tier}>
                {tier} <LevelChip level={level} />
              </span>
            ))}
          </dd>
          <dt>A lost level</dt>
          <dd>
            {graceDays === 0
              ? 'is lost at once'
              : `stays for ${formatCount(graceDays, 'day')}, at risk`}
          </dd>
        </dl>
        <section>
          <h3>{formatCount(checks.length, 'check')}</h3>
          {STAGES.map(stage => ({
            stage,
            entries: checks.filter(check => check.stage === stage),
          }))
            .filter(({ entries }) => entries.length > 0)
            .map(({ entries, stage }) => (
              <div key={stage} className={styles.stage}>
                <h4>{stageLabel(stage)}</h4>
                <ul className={styles.rows}>
                  {entries.map(entry => (
                    <li key={entry.checkId}>
                      <TextLink
                        href={`${path}?${new URLSearchParams({ check: `${entry.checkId}@${entry.version}` })}`}
                      >
                        {entry.title}
                      </TextLink>
                      <span className={styles.level}>
                        {entry.isWaiting && 'waits · '}
                        {entry.requiredFor ? (
                          <LevelChip level={entry.requiredFor} />
                        ) : (
                          'points only'
                        )}
                        {entry.soonerFor && (
                          <>
                            {' '}
                            of some <LevelChip level={entry.soonerFor} />
                          </>
                        )}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
        </section>
        <Terms terms={scorecard.terms} />
      </div>
    </SidePanel>
  );
}
