import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permissions about an entity that a team works on are decided per entity: the
 * resource is the entity, named by its ref.
 *
 * @public
 */
export const RESOURCE_TYPE_VIRTUAL_TEAMS_ENTITY = 'virtual-teams-entity';

/** A person's profile, named by the person's ref. @public */
export const RESOURCE_TYPE_EXPERTISE_PROFILE = 'expertise-profile';

/** Teams, their charters, roles and members. @public */
export const teamReadPermission = createPermission({
  name: 'virtual-teams.team.read',
  attributes: { action: 'read' },
});

/** Proposing a team. @public */
export const teamCreatePermission = createPermission({
  name: 'virtual-teams.team.create',
  attributes: { action: 'create' },
});

/** Asking to join, and answering invitations. @public */
export const teamJoinPermission = createPermission({
  name: 'virtual-teams.team.join',
  attributes: { action: 'update' },
});

/** Acting for every team, as who runs the programme of virtual teams. @public */
export const teamManagePermission = createPermission({
  name: 'virtual-teams.team.manage',
  attributes: { action: 'update' },
});

/**
 * Letting the members of a team read the findings of an entity, as its owner
 * or AppSec.
 *
 * @public
 */
export const findingsGrantPermission = createPermission({
  name: 'virtual-teams.findings.grant',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_VIRTUAL_TEAMS_ENTITY,
});

/** Keeping a profile of oneself. @public */
export const expertiseSelfPermission = createPermission({
  name: 'virtual-teams.expertise.self',
  attributes: { action: 'update' },
});

/** Finding people who opted in. @public */
export const expertiseSearchPermission = createPermission({
  name: 'virtual-teams.expertise.search',
  attributes: { action: 'read' },
});

/**
 * Finding a profile by the portal's search. The rule `IS_FOUND_BY_EVERYONE`
 * looks at it as it is at that moment, so that one who withdraws is found no
 * more.
 *
 * @public
 */
export const profileReadPermission = createPermission({
  name: 'virtual-teams.profile.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EXPERTISE_PROFILE,
});

/** Shares of time of groups that the reader does not lead. @public */
export const allocationReadPermission = createPermission({
  name: 'virtual-teams.allocation.read',
  attributes: { action: 'read' },
});

/** Exporting and erasing what is kept of another person. @public */
export const teamsPrivacyErasePermission = createPermission({
  name: 'virtual-teams.privacy.erase',
  attributes: { action: 'delete' },
});

/** All permissions without a resource. @public */
export const virtualTeamsBasicPermissions = [
  teamReadPermission,
  teamCreatePermission,
  teamJoinPermission,
  teamManagePermission,
  expertiseSelfPermission,
  expertiseSearchPermission,
  allocationReadPermission,
  teamsPrivacyErasePermission,
];
