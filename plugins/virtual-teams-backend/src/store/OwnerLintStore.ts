import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { VIRTUAL_TEAM_GROUP_TYPE } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';

/** An entity is absent after this many sweeps of the catalog without it. */
const SWEEPS_TO_ABSENCE = 2;
const TABLE = 'synchrony_entities';

/** An entity that names a virtual team as its owner. */
export interface StoredOwnedByTeam {
  entityRef: string;
  title?: string;
  ownerRef: string;
  annotations: Record<string, string>;
}

/** What virtual teams own, as far as the catalog was read. */
export class OwnerLintStore {
  /** By ref; of some teams only, where they are said. */
  async owned(
    tx: Knex,
    {
      after,
      limit,
      ownerRefs,
    }: { after?: string; limit: number; ownerRefs?: readonly string[] },
  ): Promise<StoredOwnedByTeam[]> {
    const query = tx(TABLE)
      .select('entity_ref', 'title', 'owner_ref', 'annotations')
      .where('missed_sweeps', '<', SWEEPS_TO_ABSENCE)
      .where(owner =>
        owner
          .whereIn('owner_ref', tx('teams').select('team_ref'))
          .orWhereIn('owner_ref', this.#groups(tx)),
      )
      .orderBy('entity_ref')
      .limit(limit);
    if (after !== undefined) {
      query.where('entity_ref', '>', after);
    }
    if (ownerRefs) {
      query.where(each => whereAmong(each, 'owner_ref', ownerRefs));
    }
    const rows = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      title: row.title ?? undefined,
      ownerRef: row.owner_ref,
      annotations: JSON.parse(row.annotations),
    }));
  }

  /** Of these refs those that are virtual teams. */
  async teamsAmong(tx: Knex, refs: readonly string[]): Promise<Set<string>> {
    const teams = await tx('teams')
      .where(each => whereAmong(each, 'team_ref', refs))
      .pluck('team_ref');
    const groups: { entity_ref: string }[] = await this.#groups(tx).where(
      each => whereAmong(each, 'entity_ref', refs),
    );
    return new Set([...teams, ...groups.map(row => row.entity_ref)]);
  }

  #groups(tx: Knex): Knex.QueryBuilder {
    return tx(TABLE)
      .select('entity_ref')
      .where({ kind: 'group', type: VIRTUAL_TEAM_GROUP_TYPE });
  }
}
