import {
  EntityProjection,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { leadOf } from '../assignments/declaredOf';
import {
  groupChain,
  KnownEntities,
  kindOf,
  parentsOf,
} from '../coverage/scopesOf';

/** What the catalog says of scopes and of the people who lead them. */
export class ScopeDirectory {
  readonly #entities: Pick<EntityProjection, 'get'>;

  constructor(options: { entities: Pick<EntityProjection, 'get'> }) {
    this.#entities = options.entities;
  }

  get(refs: string[]): Promise<KnownEntities> {
    return this.#entities.get(refs);
  }

  /** Entities and all above them, with one look-up a level. */
  async withParents(rows: EntityRow[]): Promise<KnownEntities> {
    const known = new Map<string, EntityRow | undefined>(
      rows.map(row => [row.entityRef, row]),
    );
    let level = rows;
    while (level.length > 0) {
      const wanted = [...new Set(level.flatMap(parentsOf))].filter(
        ref => !known.has(ref),
      );
      const found = await this.#entities.get(wanted);
      wanted.forEach(ref => known.set(ref, found.get(ref)));
      level = wanted
        .map(ref => known.get(ref))
        .filter(row => row !== undefined);
    }
    return known;
  }

  /** Who leads each scope, by the nearest annotation up its groups. */
  async leadsOf(scopeRefs: string[]): Promise<Map<string, string>> {
    const found = await this.#entities.get(scopeRefs);
    const rows = [...found.values()].filter(row => row !== undefined);
    const known = await this.withParents(rows);
    return new Map(
      rows.flatMap(row => {
        const start = row.kind === 'group' ? row.entityRef : row.ownerRef;
        const lead = groupChain(start ?? '', known)
          .map(ref => known.get(ref))
          .map(group => group && leadOf(group))
          .find(ref => ref !== undefined);
        return lead === undefined ? [] : [[row.entityRef, lead] as const];
      }),
    );
  }

  /** Of pairs of a user and a scope, whether the user is in that group. */
  async isMember(userRef: string, scopeRef: string): Promise<boolean> {
    if (kindOf(scopeRef) !== 'group') {
      return false;
    }
    const user = (await this.#entities.get([userRef])).get(userRef);
    return user !== undefined && (await this.groupsOf(user)).has(scopeRef);
  }

  /** The groups that a user is in, and all above. */
  async groupsOf(user: EntityRow): Promise<Set<string>> {
    const direct = user.relations
      .filter(({ type }) => type === 'memberOf')
      .map(({ targetRef }) => targetRef);
    const found = await this.#entities.get(direct);
    const known = await this.withParents(
      [...found.values()].filter(row => row !== undefined),
    );
    return new Set(direct.flatMap(ref => groupChain(ref, known)));
  }
}
