import { Knex } from 'knex';

/** An entity of which it is not written down yet how it stood at the start. */
export interface MissingOpening {
  teamId: number;
  entityRef: string;
  startedAt: number;
}

const TABLE = 'team_entities';

/** How entities stood when the team that works on them started. */
export class OpeningStore {
  async missing(tx: Knex, limit: number): Promise<MissingOpening[]> {
    const rows = await tx(TABLE)
      .join('teams', 'teams.id', `${TABLE}.team_id`)
      .select(`${TABLE}.team_id`, `${TABLE}.entity_ref`, 'teams.started_at')
      .where(`${TABLE}.has_opening`, false)
      .whereNotNull('teams.started_at')
      .orderBy([`${TABLE}.team_id`, `${TABLE}.position`])
      .limit(limit);
    return rows.map(row => ({
      teamId: row.team_id,
      entityRef: row.entity_ref,
      startedAt: Number(row.started_at),
    }));
  }

  /** @param level - undefined where nothing was known of the entity then */
  async write(
    tx: Knex,
    teamId: number,
    entityRef: string,
    level: string | undefined,
  ): Promise<void> {
    await tx(TABLE)
      .where({ team_id: teamId, entity_ref: entityRef })
      .update({ has_opening: true, opening_level: level ?? null });
  }

  /** Levels at the start, of those that are written down. */
  async of(tx: Knex, teamId: number): Promise<Map<string, string | undefined>> {
    const rows = await tx(TABLE)
      .where({ team_id: teamId, has_opening: true })
      .select('entity_ref', 'opening_level');
    return new Map(
      rows.map(row => [row.entity_ref, row.opening_level ?? undefined]),
    );
  }
}
