import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CHAMPIONS_ENTITY } from '@synchrony/backstage-plugin-champions-common';
import {
  createEntityAccessRules,
  EntityAccessFilter,
  EntityAccessResource,
} from '@synchrony/backstage-plugin-scorecards-node';

/** The resource of permissions about a scope, with its rules. */
export const championsEntityAccess = createEntityAccessRules(
  createPermissionResourceRef<EntityAccessResource, EntityAccessFilter>().with({
    pluginId: 'champions',
    resourceType: RESOURCE_TYPE_CHAMPIONS_ENTITY,
  }),
);
