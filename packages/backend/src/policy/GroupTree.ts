import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_PARENT_OF } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Knows which groups stand below others. */
export interface GroupTree {
  /** The given groups and all groups below them, lower-cased refs. */
  withDescendants(groupRefs: string[]): Promise<string[]>;
}

/** How long the tree may be old. Longer would keep rights that a move took away. */
const MAX_AGE_MS = 10_000;

/** {@link GroupTree} from the catalog's `parentOf` relations. */
export class CatalogGroupTree implements GroupTree {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  #children?: Promise<Map<string, string[]>>;
  #loadedAt = 0;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async withDescendants(groupRefs: string[]): Promise<string[]> {
    const children = await this.#load();
    const found = new Set<string>();
    const queue = [...groupRefs];
    for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
      if (!found.has(ref)) {
        found.add(ref);
        queue.push(...(children.get(ref) ?? []));
      }
    }
    return [...found];
  }

  #load(): Promise<Map<string, string[]>> {
    if (!this.#children || Date.now() - this.#loadedAt > MAX_AGE_MS) {
      this.#loadedAt = Date.now();
      this.#children = this.#read().catch(error => {
        this.#children = undefined;
        throw error;
      });
    }
    return this.#children;
  }

  async #read(): Promise<Map<string, string[]>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const children = new Map<string, string[]>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'Group' },
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        const ref =
          `group:${entity.metadata.namespace ?? 'default'}/${entity.metadata.name}`.toLocaleLowerCase(
            'en-US',
          );
        children.set(
          ref,
          (entity.relations ?? [])
            .filter(relation => relation.type === RELATION_PARENT_OF)
            .map(relation => relation.targetRef),
        );
      }
    }
    return children;
  }
}
