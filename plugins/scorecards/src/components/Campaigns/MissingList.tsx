import { CampaignEntityRow } from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel, OutcomeMark, TextLink } from '@synchrony/ui';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import styles from './Campaigns.module.css';

/** What a component lacks; each check leads to its details. */
export function MissingList(props: { row: CampaignEntityRow }) {
  const { entityRef, missing, missingLevel } = props.row;
  const scorecard = useEntityPath()(entityRef, SCORECARD_PATH);
  if (missing.length === 0 && !missingLevel) {
    return <>–</>;
  }
  return (
    <ul className={styles.list}>
      {missingLevel && <li>Level {levelLabel(missingLevel)}</li>}
      {missing.map(({ checkId, needsAttention, outcome, title }) => (
        <li key={checkId}>
          {scorecard ? (
            <TextLink
              href={`${scorecard}?${new URLSearchParams({ show: 'all', check: checkId })}`}
            >
              {title}
            </TextLink>
          ) : (
            title
          )}{' '}
          <OutcomeMark outcome={needsAttention ? 'needs_attention' : outcome} />
        </li>
      ))}
    </ul>
  );
}
