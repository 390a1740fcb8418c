import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import { LEAD_ANNOTATION } from '@synchrony/backstage-plugin-champions-common';
import {
  chunks,
  EntityChange,
  EntityRowRelation,
  normalizeEntityRef,
  whereAmong,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { GroupTree } from '../../organisation/GroupTree';
import { membershipsOf } from '../../organisation/membershipsOf';
import { knownEntities } from './knownEntities';

interface GroupRow {
  entity_ref: string;
  name: string;
  title: string | null;
  type: string | null;
  annotations: string;
  relations: string;
}

const ROWS_A_STATEMENT = 500;

/** Groups and who belongs to them, as far as the catalog was read. */
export class OrganisationStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async groups(): Promise<GroupTree> {
    const rows: GroupRow[] = await knownEntities(
      this.#database,
      'group',
    ).select('entity_ref', 'name', 'title', 'type', 'annotations', 'relations');
    return new GroupTree(
      rows.map(row => {
        const relations: EntityRowRelation[] = JSON.parse(row.relations);
        const lead: string | undefined = JSON.parse(row.annotations)[
          LEAD_ANNOTATION
        ];
        return {
          groupRef: row.entity_ref,
          title: row.title ?? row.name,
          ...(row.type !== null && { type: row.type }),
          ...(lead !== undefined && {
            leadRef: normalizeEntityRef(lead.trim()),
          }),
          parents: relations
            .filter(({ type }) => type === RELATION_CHILD_OF)
            .map(({ targetRef }) => targetRef),
        };
      }),
    );
  }

  /** Owners of entities, where they have one. */
  async ownersOf(entityRefs: string[]): Promise<Map<string, string>> {
    const query = this.#database('synchrony_entities')
      .select('entity_ref', 'owner_ref')
      .whereNotNull('owner_ref');
    whereAmong(query, 'entity_ref', entityRefs);
    const rows: { entity_ref: string; owner_ref: string }[] = await query;
    return new Map(rows.map(row => [row.entity_ref, row.owner_ref]));
  }

  /** Groups of people, as the catalog says. */
  async groupsOf(userRefs: string[]): Promise<Map<string, string[]>> {
    const query = this.#database('memberships').select('user_ref', 'group_ref');
    whereAmong(query, 'user_ref', userRefs);
    const rows: { user_ref: string; group_ref: string }[] = await query.orderBy(
      ['user_ref', 'group_ref'],
    );
    const groups = new Map<string, string[]>();
    for (const { group_ref: groupRef, user_ref: userRef } of rows) {
      groups.set(userRef, [...(groups.get(userRef) ?? []), groupRef]);
    }
    return groups;
  }

  /** Who belongs to a group itself. */
  async membersOf(groupRef: string): Promise<string[]> {
    return this.#database('memberships')
      .where({ group_ref: groupRef })
      .orderBy('user_ref')
      .pluck('user_ref');
  }

  /** How many people belong to any of the groups, each once. */
  async countMembers(groupRefs: string[]): Promise<number> {
    const query = this.#database('memberships').countDistinct({
      people: 'user_ref',
    });
    whereAmong(query, 'group_ref', groupRefs);
    const [{ people }] = await query;
    return Number(people);
  }

  /** Takes in what the catalog says of people now. */
  async apply(change: EntityChange): Promise<void> {
    const { memberships, userRefs } = membershipsOf(change);
    if (userRefs.length === 0) {
      return;
    }
    await this.#database.transaction(async tx => {
      for (const chunk of chunks(userRefs, ROWS_A_STATEMENT)) {
        await tx('memberships').whereIn('user_ref', chunk).delete();
      }
      for (const chunk of chunks(memberships, ROWS_A_STATEMENT)) {
        await tx('memberships')
          .insert(
            chunk.map(({ groupRef, userRef }) => ({
              user_ref: userRef,
              group_ref: groupRef,
            })),
          )
          .onConflict(['user_ref', 'group_ref'])
          .ignore();
      }
    });
  }
}
