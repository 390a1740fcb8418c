import { FindingGrant } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';

const TABLE = 'team_entities';

/** Whose findings members of teams may read. */
export class GrantStore {
  /** Of the entities in a team's scope. */
  async of(tx: Knex, teamId: number): Promise<Map<string, FindingGrant>> {
    const rows = await tx(TABLE).where({ team_id: teamId });
    return new Map(rows.map(row => [row.entity_ref, row.finding_grant]));
  }

  async set(
    tx: Knex,
    teamId: number,
    entityRef: string,
    grant: FindingGrant,
    by: { personId?: number; at: number },
  ): Promise<void> {
    await tx(TABLE)
      .where({ team_id: teamId, entity_ref: entityRef })
      .update({
        finding_grant: grant,
        asked_by: grant === 'asked' ? (by.personId ?? null) : null,
        granted_by: grant === 'granted' ? (by.personId ?? null) : null,
        granted_at: grant === 'granted' ? by.at : null,
      });
  }

  async endAll(tx: Knex, teamId: number): Promise<void> {
    await tx(TABLE).where({ team_id: teamId }).update({
      finding_grant: 'none',
      asked_by: null,
      granted_by: null,
      granted_at: null,
    });
  }

  /**
   * Entities whose findings somebody may read now: granted to a team that
   * works, of which they are a member and no observer.
   */
  async effectiveFor(tx: Knex, personId: number): Promise<string[]> {
    const rows = await tx(TABLE)
      .distinct('team_entities.entity_ref')
      .join('teams', 'teams.id', 'team_entities.team_id')
      .join('memberships', 'memberships.team_id', 'teams.id')
      .where({
        'team_entities.finding_grant': 'granted',
        'memberships.person_id': personId,
      })
      .whereIn('teams.status', ['active', 'closing'])
      .whereIn('memberships.status', ['active', 'leaving'])
      .whereNot({ 'memberships.role': 'observer' })
      .orderBy('team_entities.entity_ref');
    return rows.map(row => row.entity_ref);
  }
}
