import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SCORECARDS_ENTITY } from '@synchrony/backstage-plugin-scorecards-common';
import {
  createEntityAccessRules,
  EntityAccessFilter,
  EntityAccessResource,
} from '@synchrony/backstage-plugin-scorecards-node';

/**
 * The rules and conditions by which a policy says who may see what stands
 * behind the scorecards of an entity.
 *
 * @public
 */
export const scorecardsEntityAccess = createEntityAccessRules(
  createPermissionResourceRef<EntityAccessResource, EntityAccessFilter>().with({
    pluginId: 'scorecards',
    resourceType: RESOURCE_TYPE_SCORECARDS_ENTITY,
  }),
);
