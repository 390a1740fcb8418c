import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

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
    if (groups.length > 0) {
      const { auth, catalog } = this.#options;
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: groups,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      items.forEach((group, index) =>
        people.set(
          groups[index],
          (group?.relations ?? [])
            .filter(({ type }) => type === RELATION_HAS_MEMBER)
            .map(({ targetRef }) => targetRef),
        ),
      );
    }
    return people;
  }
}
