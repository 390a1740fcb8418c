import { createApiRef } from '@backstage/frontend-plugin-api';
import { CampaignsApi } from '@synchrony/backstage-plugin-scorecards-common';

/** Campaigns. */
export const campaignsApiRef = createApiRef<CampaignsApi>().with({
  id: 'plugin.scorecards.campaigns',
});
