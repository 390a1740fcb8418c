import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permissions about a scope are decided per entity: the resource is the entity,
 * named by its ref. A Group counts as owned by itself.
 *
 * @public
 */
export const RESOURCE_TYPE_CHAMPIONS_ENTITY = 'champions-entity';

/** An assignment, named by its id. */
export const RESOURCE_TYPE_CHAMPIONS_ASSIGNMENT = 'champions-assignment';

/**
 * Finding an assignment by searching. The rule `IS_PUBLIC` looks at it as it
 * is at that moment, so that one who withdraws is found no more.
 *
 * @public
 */
export const assignmentReadPermission = createPermission({
  name: 'champions.assignment.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CHAMPIONS_ASSIGNMENT,
});

/** Coverage, and who has accepted to be champion of what. @public */
export const championReadPermission = createPermission({
  name: 'champions.champion.read',
  attributes: { action: 'read' },
});

/** Nominating somebody, oneself included. @public */
export const championNominatePermission = createPermission({
  name: 'champions.champion.nominate',
  attributes: { action: 'create' },
});

/** Agreeing on capacity for a scope, as its lead. @public */
export const capacityAgreePermission = createPermission({
  name: 'champions.capacity.agree',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CHAMPIONS_ENTITY,
});

/**
 * Running the programme as its captain: the pipeline by name, training records,
 * activating and removing.
 *
 * @public
 */
export const championManagePermission = createPermission({
  name: 'champions.champion.manage',
  attributes: { action: 'update' },
});

/** Figures about the effect of the programme. @public */
export const effectReadPermission = createPermission({
  name: 'champions.effect.read',
  attributes: { action: 'read' },
});

/** Who was champion of what at a past moment, for those who audit. @public */
export const championAuditPermission = createPermission({
  name: 'champions.audit.read',
  attributes: { action: 'read' },
});

/** Exporting and erasing what is kept of another person. @public */
export const privacyErasePermission = createPermission({
  name: 'champions.privacy.erase',
  attributes: { action: 'delete' },
});

/** All permissions without a resource. @public */
export const championsBasicPermissions = [
  championReadPermission,
  championNominatePermission,
  championManagePermission,
  effectReadPermission,
  championAuditPermission,
  privacyErasePermission,
];
