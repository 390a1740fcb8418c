import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_SCORECARDS_ENTITY } from '../permissions';

/** Campaigns that are not drafts, and how entities stand in them. @public */
export const campaignReadPermission = createPermission({
  name: 'scorecards.campaign.read',
  attributes: { action: 'read' },
});

/** Making, changing, starting and ending campaigns; reading drafts. @public */
export const campaignManagePermission = createPermission({
  name: 'scorecards.campaign.manage',
  attributes: { action: 'update' },
});

/** Asking that an entity be exempt from a campaign. @public */
export const exemptionRequestPermission = createPermission({
  name: 'scorecards.exemption.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SCORECARDS_ENTITY,
});

/** Deciding on such a request, never on one's own. @public */
export const exemptionDecidePermission = createPermission({
  name: 'scorecards.exemption.decide',
  attributes: { action: 'update' },
});
