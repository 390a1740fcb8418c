import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  createEntityAccessRules,
  EntityAccessFilter,
  EntityAccessResource,
} from '@synchrony/backstage-plugin-scorecards-node';
import { RESOURCE_TYPE_VIRTUAL_TEAMS_ENTITY } from '@synchrony/backstage-plugin-virtual-teams-common';

/** The resource of permissions about an entity in scope, with its rules. */
export const virtualTeamsEntityAccess = createEntityAccessRules(
  createPermissionResourceRef<EntityAccessResource, EntityAccessFilter>().with({
    pluginId: 'virtual-teams',
    resourceType: RESOURCE_TYPE_VIRTUAL_TEAMS_ENTITY,
  }),
);
