import { useApiHolder, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  CampaignsApi,
  EntityCampaign,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, TextLink, useLiveData, useNow } from '@synchrony/ui';
import { campaignsApiRef } from '../../api';
import { campaignsRouteRef } from '../../routes';
import { daysText, STANDING_WORDS } from './words';
import styles from './Campaigns.module.css';

const POLL_MS = 5 * 60_000;

function leftText({ row }: EntityCampaign): string {
  const parts = [
    row.missing.length > 0 &&
      `${formatCount(row.missing.length, 'check')} left`,
    row.missingLevel && 'level not reached',
  ].filter(Boolean);
  return row.standing === 'exempt' || parts.length === 0
    ? STANDING_WORDS[row.standing].toLocaleLowerCase('en-GB')
    : parts.join(', ');
}

function Lines(props: { api: CampaignsApi; entityRef: string }) {
  const { api, entityRef } = props;
  const now = useNow();
  const path = useRouteRef(campaignsRouteRef)?.() ?? '/scorecards/campaigns';
  // A scorecard is complete without campaigns: their failure shows nothing.
  const { value } = useLiveData({
    key: entityRef,
    load: () => api.getEntityCampaigns(entityRef),
    pollMs: POLL_MS,
  });
  return (
    <>
      {value?.items.map(campaign => (
        <p key={campaign.id} className={styles.line}>
          Part of campaign{' '}
          <TextLink
            href={`${path}?${new URLSearchParams({ campaign: campaign.id })}`}
          >
            {campaign.title}
          </TextLink>
          , due {daysText(campaign.targetDate, now)}, {leftText(campaign)}
        </p>
      ))}
    </>
  );
}

/** A line for each running campaign that a component is part of. */
export function EntityCampaigns(props: { entityRef: string }) {
  const api = useApiHolder().get(campaignsApiRef);
  return api ? <Lines api={api} entityRef={props.entityRef} /> : null;
}
