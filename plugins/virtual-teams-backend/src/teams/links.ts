import { parseEntityRef } from '@backstage/catalog-model';

/** Where a team is looked at in the portal. */
export function teamPath(teamRef: string): string {
  const { name, namespace } = parseEntityRef(teamRef);
  return `/virtual-team/${[namespace, name].map(encodeURIComponent).join('/')}`;
}

/** Where one answers invitations and requests. */
export const MINE_PATH = '/virtual-teams/mine';

/** Where open roles and needs are looked at. */
export const OPEN_ROLES_PATH = '/virtual-teams/open-roles';
