import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { expertiseSearchPermission } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Reader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { Skills } from '../expertise/Skills';
import { StoredOpenRole } from '../roles/types';
import { RoleMatchStore } from '../store/RoleMatchStore';

export interface RoleMatchesOptions extends Pick<
  VirtualTeamsContext,
  'database' | 'permissions' | 'places'
> {
  skillIndex: Skills;
  store: RoleMatchStore;
}

/** How many people a reader may find who fit open roles. */
export class RoleMatches {
  readonly #options: RoleMatchesOptions;

  constructor(options: RoleMatchesOptions) {
    this.#options = options;
  }

  /**
   * By id of the role; roles that ask for no skill are absent, and all of them
   * for readers who may not look for people.
   */
  async of(
    { credentials, userRef }: Reader,
    roles: readonly StoredOpenRole[],
  ): Promise<Map<string, number>> {
    const { database, permissions, places, skillIndex, store } = this.#options;
    const asking = roles.filter(({ skillId }) => skillId !== undefined);
    const [{ result }] = await permissions.authorize(
      [{ permission: expertiseSearchPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW || asking.length === 0) {
      return new Map();
    }
    const place =
      userRef === undefined
        ? undefined
        : (await places.of([userRef])).get(userRef);
    const index = skillIndex.index();
    const counts = await store.count(
      database,
      asking,
      { groupRefs: place?.groupRefs ?? [] },
      skillId => [
        ...new Set([skillId, ...index.withMerged(index.current(skillId))]),
      ],
    );
    return new Map(asking.map(({ id }) => [id, counts.get(id) ?? 0]));
  }
}
