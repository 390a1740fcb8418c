import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { LevelChip, levelLabel, TextLink } from '@synchrony/ui';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import styles from './SecurityCard.module.css';

/** Where the entity stands in the scorecards that the card does not tell of. */
export function OtherScorecards(props: {
  entityRef: string;
  scorecards: ScorecardView[];
}) {
  const { entityRef, scorecards } = props;
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  if (scorecards.length === 0) {
    return null;
  }
  return (
    <ul className={styles.others} aria-label="Other scorecards">
      {scorecards.map(({ id, level, targetLevel, title, waivers }) => (
        <li key={id}>
          {path ? (
            <TextLink href={`${path}?scorecard=${encodeURIComponent(id)}`}>
              {title}
            </TextLink>
          ) : (
            title
          )}{' '}
          <LevelChip level={level} waivers={waivers} />
          {targetLevel && ` target ${levelLabel(targetLevel)}`}
        </li>
      ))}
    </ul>
  );
}
