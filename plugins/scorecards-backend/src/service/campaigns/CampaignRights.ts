import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  campaignManagePermission,
  campaignReadPermission,
  exemptionDecidePermission,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';

/** What a caller may do with campaigns at all. */
export interface CampaignRights {
  mayManage: boolean;
  mayDecide: boolean;
}

/** Asks for all of it at once; throws for those who may not even read. */
export async function requireCampaigns(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<CampaignRights> {
  const asked: BasicPermission[] = [
    scoreReadPermission,
    campaignReadPermission,
    campaignManagePermission,
    exemptionDecidePermission,
  ];
  const decisions = await permissions.authorize(
    asked.map(permission => ({ permission })),
    { credentials },
  );
  const [scores, read, manage, decide] = decisions.map(
    ({ result }) => result === AuthorizeResult.ALLOW,
  );
  if (!scores || !read) {
    throw new NotAllowedError(`${campaignReadPermission.name} is not granted`);
  }
  return { mayManage: manage, mayDecide: decide };
}
