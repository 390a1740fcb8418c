import {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  WAIVER_ROLES,
  WaiverRole,
} from '@synchrony/backstage-plugin-ingestion-common';
import { WaiverRoleSource } from '@synchrony/backstage-plugin-ingestion-node';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';

export interface WaiverRolesOptions {
  userInfo: UserInfoService;
  /** Groups and users who have a role everywhere. */
  configured: Record<WaiverRole, string[]>;
  /** Who else knows who has a role for an entity. */
  sources: readonly WaiverRoleSource[];
}

/** A person with the roles that the person has for an entity. */
export interface RoleHolder {
  userRef: string;
  /** Roles that the person has for all of these entities. */
  rolesFor(entityRefs: readonly string[]): WaiverRole[];
}

/** As what people may approve waivers. */
export class WaiverRoles {
  readonly #options: WaiverRolesOptions;

  constructor(options: WaiverRolesOptions) {
    this.#options = options;
  }

  /** Asks once for all entities that matter. */
  async holder(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    entityRefs: readonly string[],
  ): Promise<RoleHolder> {
    const { configured, sources, userInfo } = this.#options;
    const userRef = normalizeEntityRef(credentials.principal.userEntityRef);
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const claims = [userRef, ...ownershipEntityRefs.map(normalizeEntityRef)];
    const everywhere = WAIVER_ROLES.filter(role =>
      configured[role].some(ref => claims.includes(ref)),
    );
    const somewhere = await Promise.all(
      sources.map(async source => ({
        role: source.role,
        entityRefs: await source.entitiesOf(userRef, [...entityRefs]),
      })),
    );
    return {
      userRef,
      rolesFor: refs =>
        WAIVER_ROLES.filter(
          role =>
            everywhere.includes(role) ||
            (refs.length > 0 &&
              refs.every(ref =>
                somewhere.some(
                  held => held.role === role && held.entityRefs.has(ref),
                ),
              )),
        ),
    };
  }
}
