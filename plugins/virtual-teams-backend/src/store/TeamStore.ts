import { ConflictError } from '@backstage/errors';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { NewTeam, StoredTeam } from '../teams/types';
import {
  TeamParts,
  TeamRow,
  toRequiredExpertise,
  toSkillRow,
  toTeam,
  toTeamRow,
} from './teamRows';

const TABLE = 'teams';

/** Teams, with what hangs on them. */
export class TeamStore {
  async insert(tx: Knex.Transaction, team: NewTeam): Promise<StoredTeam> {
    const [row] = await tx(TABLE)
      .insert({ ...toTeamRow(team), is_declaration_gone: false, version: 1 })
      .returning('id');
    const id = Number(row.id);
    await this.#writeParts(tx, id, team);
    return { ...team, id, version: 1 };
  }

  /** @throws ConflictError when somebody else changed the team since it was read */
  async update(tx: Knex.Transaction, team: StoredTeam): Promise<StoredTeam> {
    const changed = await tx(TABLE)
      .where({ id: team.id, version: team.version })
      .update({ ...toTeamRow(team), version: team.version + 1 });
    if (changed === 0) {
      throw new ConflictError(
        'Somebody else changed the team in the meantime; load it again',
      );
    }
    await this.#writeParts(tx, team.id, team);
    return { ...team, version: team.version + 1 };
  }

  async get(tx: Knex, teamRef: string): Promise<StoredTeam | undefined> {
    const rows = await tx(TABLE).where({ team_ref: teamRef });
    return (await this.#withParts(tx, rows))[0];
  }

  /** Refs that begin like one. */
  async namesLike(tx: Knex, teamRef: string): Promise<string[]> {
    const rows = await tx(TABLE)
      .select('team_ref')
      .whereLike('team_ref', `${teamRef.replace(/[\\%_]/g, '_')}%`);
    return rows.map(row => row.team_ref);
  }

  async byRefs(tx: Knex, refs: readonly string[]): Promise<StoredTeam[]> {
    const rows = await tx(TABLE).where(each =>
      whereAmong(each, 'team_ref', refs),
    );
    return this.#withParts(tx, rows);
  }

  /** In the order of the ids. */
  async byIds(tx: Knex, ids: readonly number[]): Promise<StoredTeam[]> {
    const rows = await tx(TABLE).where(each => whereAmong(each, 'id', ids));
    const teams = new Map(
      (await this.#withParts(tx, rows)).map(team => [team.id, team]),
    );
    return ids.flatMap(id => teams.get(id) ?? []);
  }

  /** Teams that the catalog declares and that live. */
  async declared(tx: Knex, statuses: readonly string[]): Promise<StoredTeam[]> {
    const rows = await tx(TABLE)
      .where({ managed_by: 'catalog' })
      .whereIn('status', [...statuses]);
    return this.#withParts(tx, rows);
  }

  /** Teams that work on checks. */
  async withChecks(
    tx: Knex,
    statuses: readonly string[],
  ): Promise<StoredTeam[]> {
    const rows = await tx(TABLE)
      .whereIn('id', tx('team_checks').select('team_id'))
      .whereIn('status', [...statuses])
      .orderBy('title_key');
    return this.#withParts(tx, rows);
  }

  /** Teams in some statuses, by title. */
  async inStatus(tx: Knex, statuses: readonly string[]): Promise<StoredTeam[]> {
    const rows = await tx(TABLE)
      .whereIn('status', [...statuses])
      .orderBy(['title_key', 'id']);
    return this.#withParts(tx, rows);
  }

  /** Teams whose review was due before a day and that are not flagged yet. */
  async overdue(tx: Knex, before: string): Promise<StoredTeam[]> {
    const rows = await tx(TABLE)
      .whereIn('status', ['forming', 'active', 'paused'])
      .where('review_on', '<', before)
      .whereNull('stale_since')
      .limit(100);
    return this.#withParts(tx, rows);
  }

  async touch(tx: Knex, teamId: number, at: number): Promise<void> {
    await tx(TABLE).where({ id: teamId }).update({ last_active_at: at });
  }

  async setLead(tx: Knex, teamId: number, personId: number): Promise<void> {
    await tx(TABLE).where({ id: teamId }).update({ lead_id: personId });
    await tx('team_deputies')
      .where({ team_id: teamId, person_id: personId })
      .delete();
  }

  async #withParts(tx: Knex, rows: TeamRow[]): Promise<StoredTeam[]> {
    const ids = rows.map(({ id }) => Number(id));
    const of = (table: string, order: string): Promise<TeamRow[]> =>
      ids.length === 0
        ? Promise.resolve([])
        : tx(table)
            .where(each => whereAmong(each, 'team_id', ids))
            .orderBy(order);
    const [deputies, platforms, skills, checks, entities] = [
      await of('team_deputies', 'person_id'),
      await of('team_platforms', 'position'),
      await of('team_skills', 'position'),
      await of('team_checks', 'check_id'),
      await of('team_entities', 'position'),
    ];
    return rows.map(row => {
      const mine = (parts: TeamRow[]) =>
        parts.filter(part => Number(part.team_id) === Number(row.id));
      return toTeam(row, {
        deputyIds: mine(deputies).map(part => Number(part.person_id)),
        platformRefs: mine(platforms).map(part => String(part.platform_ref)),
        requiredExpertise: mine(skills).map(toRequiredExpertise),
        checkIds: mine(checks).map(part => String(part.check_id)),
        entityRefs: mine(entities).map(part => String(part.entity_ref)),
      });
    });
  }

  async #writeParts(
    tx: Knex.Transaction,
    teamId: number,
    parts: TeamParts,
  ): Promise<void> {
    const replace = async (table: string, rows: object[]) => {
      await tx(table).where({ team_id: teamId }).delete();
      if (rows.length > 0) {
        await tx(table).insert(rows);
      }
    };
    await replace(
      'team_deputies',
      parts.deputyIds.map(person_id => ({ team_id: teamId, person_id })),
    );
    await replace(
      'team_platforms',
      parts.platformRefs.map((platform_ref, position) => ({
        team_id: teamId,
        platform_ref,
        position,
      })),
    );
    await replace(
      'team_skills',
      parts.requiredExpertise.map((required, position) =>
        toSkillRow(teamId, required, position),
      ),
    );
    await replace(
      'team_checks',
      parts.checkIds.map(check_id => ({ team_id: teamId, check_id })),
    );
    await this.#writeEntities(tx, teamId, parts.entityRefs);
  }

  /** Grants and openings of those that stay are kept. */
  async #writeEntities(
    tx: Knex.Transaction,
    teamId: number,
    entityRefs: string[],
  ): Promise<void> {
    await tx('team_entities')
      .where({ team_id: teamId })
      .whereNotIn('entity_ref', entityRefs)
      .delete();
    if (entityRefs.length > 0) {
      await tx('team_entities')
        .insert(
          entityRefs.map((entity_ref, position) => ({
            team_id: teamId,
            entity_ref,
            position,
            finding_grant: 'none',
            has_opening: false,
          })),
        )
        .onConflict(['team_id', 'entity_ref'])
        .merge(['position']);
    }
  }
}
