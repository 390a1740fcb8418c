import { Knex } from 'knex';
import { withDescendants } from '../scope/withDescendants';

/** What belongs to a scope: what these own, or these and their parts. */
export type ScopeMembers = { ownerRefs: string[] } | { wholeRefs: string[] };

/** What stands below what in the catalog. */
export class CatalogTreeStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Groups with the groups right below them. */
  listGroupChildren(): Promise<Map<string, string[]>> {
    return this.#listChildren(['group'], 'childOf');
  }

  /** What belongs to a Group, System or Domain. */
  async membersOf(scopeRef: string): Promise<ScopeMembers> {
    if (scopeRef.startsWith('group:')) {
      return {
        ownerRefs: withDescendants(scopeRef, await this.listGroupChildren()),
      };
    }
    return {
      wholeRefs: scopeRef.startsWith('domain:')
        ? withDescendants(
            scopeRef,
            await this.#listChildren(['domain', 'system'], 'partOf'),
          )
        : [scopeRef],
    };
  }

  async #listChildren(
    kinds: string[],
    relation: 'childOf' | 'partOf',
  ): Promise<Map<string, string[]>> {
    const rows: { entity_ref: string; relations: string }[] =
      await this.#database('synchrony_entities')
        .whereIn('kind', kinds)
        .select('entity_ref', 'relations');
    const children = new Map<string, string[]>();
    for (const { entity_ref: child, relations } of rows) {
      const list: { type: string; targetRef: string }[] = JSON.parse(relations);
      for (const { targetRef, type } of list) {
        if (type === relation) {
          children.set(targetRef, [...(children.get(targetRef) ?? []), child]);
        }
      }
    }
    return children;
  }
}
