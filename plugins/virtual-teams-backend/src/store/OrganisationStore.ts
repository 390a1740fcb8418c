import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import {
  EntityRowRelation,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VIRTUAL_TEAM_GROUP_TYPE } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { GroupTree } from '../organisation/GroupTree';

/** An entity is absent after this many sweeps of the catalog without it. */
const SWEEPS_TO_ABSENCE = 2;
const LEAD_ANNOTATION = 'synchrony.io/lead';

function targetsOf(relations: string, type: string): string[] {
  const all: EntityRowRelation[] = JSON.parse(relations);
  return all
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}

/** Groups and who belongs to them, as far as the catalog was read. */
export class OrganisationStore {
  /** All groups that are no virtual teams. */
  async groups(tx: Knex): Promise<GroupTree> {
    const rows: {
      entity_ref: string;
      type: string | null;
      annotations: string;
      relations: string;
    }[] = await this.#known(tx, 'group').select(
      'entity_ref',
      'type',
      'annotations',
      'relations',
    );
    return new GroupTree(
      rows
        .filter(({ type }) => type !== VIRTUAL_TEAM_GROUP_TYPE)
        .map(row => {
          const lead: string | undefined = JSON.parse(row.annotations)[
            LEAD_ANNOTATION
          ];
          return {
            groupRef: row.entity_ref,
            parents: targetsOf(row.relations, RELATION_CHILD_OF),
            ...(lead !== undefined && {
              leadRef: normalizeEntityRef(lead.trim()),
            }),
          };
        }),
    );
  }

  /** How many people belong to each of the groups directly. */
  async headcounts(
    tx: Knex,
    groupRefs: readonly string[],
  ): Promise<Map<string, number>> {
    const wanted = new Set(groupRefs);
    const counts = new Map<string, number>();
    if (wanted.size === 0) {
      return counts;
    }
    const rows: { relations: string }[] = await this.#known(tx, 'user').select(
      'relations',
    );
    for (const { relations } of rows) {
      for (const ref of targetsOf(relations, RELATION_MEMBER_OF)) {
        if (wanted.has(ref)) {
          counts.set(ref, (counts.get(ref) ?? 0) + 1);
        }
      }
    }
    return counts;
  }

  #known(tx: Knex, kind: string): Knex.QueryBuilder {
    return tx('synchrony_entities')
      .where({ kind })
      .where('missed_sweeps', '<', SWEEPS_TO_ABSENCE);
  }
}
