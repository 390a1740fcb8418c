import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';

/** As many groups are asked of the catalog at once. */
const REFS_A_CALL = 1_000;

/** Finds the people who own something. */
export class OwnerDirectory {
  readonly #options: { auth: AuthService; catalog: CatalogService };

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#options = options;
  }

  /**
   * Refs of the people behind owners: the direct members of a group, who are
   * the ones that own what it owns, or the user itself.
   */
  async peopleOf(ownerRefs: string[]): Promise<Map<string, string[]>> {
    const people = new Map<string, string[]>();
    const users = ownerRefs.filter(ref => ref.startsWith('user:'));
    users.forEach(ref => people.set(ref, [ref]));
    const groups = ownerRefs.filter(ref => ref.startsWith('group:'));
    for (const chunk of chunks(groups, REFS_A_CALL)) {
      const { auth, catalog } = this.#options;
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: chunk,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      items.forEach((group, index) =>
        people.set(
          chunk[index],
          (group?.relations ?? [])
            .filter(({ type }) => type === RELATION_HAS_MEMBER)
            .map(({ targetRef }) => targetRef),
        ),
      );
    }
    return people;
  }
}
