import {
  EntityChange,
  EntityRow,
  chunks,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Members } from './restrictTo';

/** A group, a system or a domain. */
export interface HierarchyNode {
  entity_ref: string;
  kind: string;
  type: string | null;
  title: string;
}

export interface HierarchyEdge {
  child_ref: string;
  parent_ref: string;
  kind: 'childOf' | 'partOf';
}

const ROWS_A_STATEMENT = 500;
const NODE_KINDS = ['group', 'system', 'domain'];

function toNode(row: EntityRow): HierarchyNode {
  return {
    entity_ref: row.entityRef,
    kind: row.kind,
    type: row.type ?? null,
    title: row.title ?? row.name,
  };
}

function toEdges(row: EntityRow): HierarchyEdge[] {
  return row.relations.flatMap(({ type, targetRef }) =>
    type === 'childOf' || type === 'partOf'
      ? [{ child_ref: row.entityRef, parent_ref: targetRef, kind: type }]
      : [],
  );
}

/** What belongs to what. */
export class HierarchyStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Takes in what the catalog says now. */
  async apply({ changed, removed }: EntityChange): Promise<void> {
    const refs = [...changed.map(row => row.entityRef), ...removed];
    const nodes = changed
      .filter(row => NODE_KINDS.includes(row.kind))
      .map(toNode);
    const edges = changed.flatMap(toEdges);
    await this.#database.transaction(async tx => {
      for (const chunk of chunks(refs, ROWS_A_STATEMENT)) {
        await tx('hierarchy_nodes').whereIn('entity_ref', chunk).delete();
        await tx('hierarchy_edges').whereIn('child_ref', chunk).delete();
      }
      for (const chunk of chunks(nodes, ROWS_A_STATEMENT)) {
        await tx('hierarchy_nodes')
          .insert(chunk)
          .onConflict('entity_ref')
          .merge();
      }
      for (const chunk of chunks(edges, ROWS_A_STATEMENT)) {
        await tx('hierarchy_edges')
          .insert(chunk)
          .onConflict(['child_ref', 'parent_ref', 'kind'])
          .ignore();
      }
    });
  }

  async node(entityRef: string): Promise<HierarchyNode | undefined> {
    return this.#database<HierarchyNode>('hierarchy_nodes')
      .where({ entity_ref: entityRef })
      .first();
  }

  async nodes(kinds: string[]): Promise<HierarchyNode[]> {
    return this.#database<HierarchyNode>('hierarchy_nodes').whereIn(
      'kind',
      kinds,
    );
  }

  async edges(kind?: HierarchyEdge['kind']): Promise<HierarchyEdge[]> {
    const query = this.#database<HierarchyEdge>('hierarchy_edges');
    return kind ? query.where({ kind }) : query;
  }

  /**
   * All that an entity is a member of, see {@link HierarchyStore.members}: its
   * owner and the groups above, and what it is a part of.
   */
  async scopesOf(
    entityRef: string,
    ownerRef: string | undefined,
  ): Promise<ReadonlySet<string>> {
    const [groups, wholes] = await Promise.all([
      ownerRef === undefined ? [] : this.#above(ownerRef, 'childOf'),
      this.#above(entityRef, 'partOf'),
    ]);
    return new Set([
      ...groups.filter(ref => ref.startsWith('group:')),
      ...wholes.filter(ref => !ref.startsWith('group:')),
    ]);
  }

  /** An entity and those above it. */
  async #above(ref: string, kind: HierarchyEdge['kind']): Promise<string[]> {
    const result = await this.#database.raw(
      `with recursive above(ref) as (
         select cast(? as text)
         union
         select cast(edge.parent_ref as text) from hierarchy_edges edge
         join above on edge.child_ref = above.ref
         where edge.kind = ?
       ) select ref from above`,
      [ref, kind],
    );
    const rows: { ref: string }[] = result.rows ?? result;
    return rows.map(row => row.ref);
  }

  /**
   * A group's members are what it and the groups below it own; a system's or
   * domain's are its parts and theirs. A circle ends by itself: what is found
   * twice is found once.
   */
  async members(scopeRef: string): Promise<Members> {
    const isGroup = scopeRef.startsWith('group:');
    const result = await this.#database.raw(
      `with recursive below(ref) as (
         select cast(? as text)
         union
         select cast(edge.child_ref as text) from hierarchy_edges edge
         join below on edge.parent_ref = below.ref
         where edge.kind = ?
       ) select ref from below`,
      [scopeRef, isGroup ? 'childOf' : 'partOf'],
    );
    const rows: { ref: string }[] = result.rows ?? result;
    return {
      column: isGroup ? 'owner_ref' : 'entity_ref',
      refs: rows.map(row => row.ref),
    };
  }
}
