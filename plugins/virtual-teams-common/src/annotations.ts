/** The user that takes part in a virtual team, and the team. @public */
export const RELATION_PARTICIPATES_IN = 'synchrony-participatesIn';

/** The virtual team, and who takes part in it. @public */
export const RELATION_HAS_PARTICIPANT = 'synchrony-hasParticipant';

/** `spec.type` of a Group that is a virtual team. @public */
export const VIRTUAL_TEAM_GROUP_TYPE = 'virtual-team';

/** Namespace of the teams that are made in the portal. @public */
export const VIRTUAL_TEAM_NAMESPACE = 'virtual-teams';

/**
 * On a Group that is provided from the portal: refs of its members, comma
 * separated, from which the relations are made.
 *
 * @public
 */
export const PARTICIPANTS_ANNOTATION = 'synchrony.io/participants';

/**
 * On a Group that is provided from the portal: where the team is looked after.
 *
 * @public
 */
export const MANAGED_BY_ANNOTATION = 'synchrony.io/virtual-team-managed-by';
