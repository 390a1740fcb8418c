import { MembershipRole } from '@synchrony/backstage-plugin-virtual-teams-common';

/** Roles that somebody can be invited to; who leads is written in the team. */
export const ASSIGNABLE_ROLES: readonly MembershipRole[] = [
  'member',
  'expert',
  'deputy',
  'observer',
];
