import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { WaiverRole } from '@synchrony/backstage-plugin-ingestion-common';

/**
 * Knows for which entities a person has a role that approves waivers, besides
 * the groups that are configured for it.
 *
 * @public
 */
export interface WaiverRoleSource {
  readonly role: WaiverRole;
  /** Of these entities, those for which the person has the role now. */
  entitiesOf(userRef: string, entityRefs: string[]): Promise<Set<string>>;
  /**
   * Everybody who has the role now, for each of these entities; undefined while
   * that can't be told. Where nobody but the requester is champion, AppSec
   * approves in the champion's place. A source that leaves this out lets nobody
   * stand in.
   */
  holdersOf?(
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>> | undefined>;
}

/**
 * Adds sources of roles, such as who is champion of what.
 *
 * @public
 */
export interface WaiverRolesExtensionPoint {
  addSource(source: WaiverRoleSource): void;
}

/**
 * Where modules say who may approve waivers.
 *
 * @public
 */
export const waiverRolesExtensionPoint =
  createExtensionPoint<WaiverRolesExtensionPoint>({
    id: 'ingestion.waiver-roles',
  });
