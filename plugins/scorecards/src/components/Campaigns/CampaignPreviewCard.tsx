import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  CampaignPreview,
  CampaignPreviewInput,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { campaignsApiRef } from '../../api';
import { StandingMark } from './StandingMark';
import styles from './Campaigns.module.css';

/** Shows, when asked, who would be in scope and how many pass today. */
export function CampaignPreviewCard(props: { input: CampaignPreviewInput }) {
  const { goal, scope, scorecardId } = props.input;
  const api = useApi(campaignsApiRef);
  const [preview, setPreview] = useState<CampaignPreview>();
  const [shownFor, setShownFor] = useState('');
  const { isBusy, problem, send } = useRequest();
  const asked = { scorecardId, scope, goal };
  const key = JSON.stringify(asked);
  const isGoal = goal.checks.length > 0 || goal.level !== undefined;
  return (
    <div>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!isGoal || isBusy}
        onPress={() =>
          send(async () => {
            setPreview(await api.previewCampaign(asked));
            setShownFor(key);
          })
        }
      >
        Show who is in scope
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.message}
        </p>
      )}
      <div role="status">
        {preview && shownFor !== key && (
          <p className={styles.sub}>Goal or scope changed since; show again.</p>
        )}
        {preview && shownFor === key && (
          <>
            <p className={styles.line}>
              <strong>{formatCount(preview.overall.total, 'component')}</strong>{' '}
              in scope, {preview.overall.standings.passed} of{' '}
              {preview.overall.counted} pass today
            </p>
            <ul className={styles.list}>
              {preview.items.map(row => (
                <li key={row.entityRef}>
                  {row.entityRef} <StandingMark standing={row.standing} />
                </li>
              ))}
              {preview.overall.total > preview.items.length && <li>…</li>}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
