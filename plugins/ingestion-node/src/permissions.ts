import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_INGESTION_ENTITY } from '@synchrony/backstage-plugin-ingestion-common';
import {
  createEntityAccessRules,
  EntityAccessFilter,
  EntityAccessResource,
} from '@synchrony/backstage-plugin-scorecards-node';

const access = createEntityAccessRules(
  createPermissionResourceRef<EntityAccessResource, EntityAccessFilter>().with({
    pluginId: 'ingestion',
    resourceType: RESOURCE_TYPE_INGESTION_ENTITY,
  }),
);

/**
 * The resource that reports and findings are decided by: their entity.
 *
 * @public
 */
export const ingestionEntityResourceRef = access.resourceRef;

/** Rules for {@link ingestionEntityResourceRef}. @public */
export const ingestionEntityRules = access.rules;

/**
 * Conditions with which a policy answers about reports and findings.
 *
 * @public
 */
export const ingestionConditions = access.conditions;

/**
 * Makes a policy's conditional decision about reports and findings.
 *
 * @public
 */
export const createIngestionConditionalDecision =
  access.createConditionalDecision;
