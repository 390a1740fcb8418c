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
import { RoleHolders, nobodyElseHolds } from '../waivers';

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
  /**
   * Roles that the person has for all of these entities, when it is about what
   * the requester asked for.
   */
  rolesFor(entityRefs: readonly string[], requester: string): WaiverRole[];
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
    const champions = everywhere.includes('appsec')
      ? await this.#champions(entityRefs)
      : undefined;
    const holds = (role: WaiverRole, refs: readonly string[]) =>
      everywhere.includes(role) ||
      (refs.length > 0 &&
        refs.every(ref =>
          somewhere.some(
            held => held.role === role && held.entityRefs.has(ref),
          ),
        ));
    return {
      userRef,
      rolesFor: (refs, requester) =>
        WAIVER_ROLES.filter(
          role =>
            holds(role, refs) ||
            (role === 'champion' &&
              champions !== undefined &&
              nobodyElseHolds(champions, refs, requester)),
        ),
    };
  }

  /** Undefined while it can't be told who is champion, or where somebody always is. */
  async #champions(
    entityRefs: readonly string[],
  ): Promise<RoleHolders | undefined> {
    const { configured, sources } = this.#options;
    if (configured.champion.length > 0) {
      return undefined;
    }
    const holders = new Map<string, Set<string>>();
    for (const source of sources.filter(({ role }) => role === 'champion')) {
      const known = await source.holdersOf?.([...entityRefs]);
      if (!known) {
        return undefined;
      }
      for (const [ref, userRefs] of known) {
        holders.set(ref, new Set([...(holders.get(ref) ?? []), ...userRefs]));
      }
    }
    return holders;
  }
}
