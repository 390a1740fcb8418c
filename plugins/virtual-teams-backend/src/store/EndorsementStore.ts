import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredEndorsement } from '../expertise/types';

interface EndorsementRow {
  id: string;
  person_id: number;
  skill_id: string;
  endorser_id: number;
  context: StoredEndorsement['context'];
  subject: string | null;
  text: string;
  at: number | string;
  counts: boolean | number;
}

function toStored(row: EndorsementRow): StoredEndorsement {
  return {
    id: row.id,
    personId: row.person_id,
    skillId: row.skill_id,
    endorserId: row.endorser_id,
    context: row.context,
    subject: row.subject ?? undefined,
    text: row.text,
    at: Number(row.at),
    counts: Boolean(row.counts),
  };
}

/** Endorsements, and how many of them count. */
export class EndorsementStore {
  async of(tx: Knex, personIds: number[]): Promise<StoredEndorsement[]> {
    const rows: EndorsementRow[] = await tx('endorsements')
      .where(each => whereAmong(each, 'person_id', personIds))
      .orderBy(['at', 'id']);
    return rows.map(toStored);
  }

  async givenBy(tx: Knex, endorserId: number): Promise<StoredEndorsement[]> {
    const rows: EndorsementRow[] = await tx('endorsements')
      .where({ endorser_id: endorserId })
      .orderBy(['at', 'id']);
    return rows.map(toStored);
  }

  async find(tx: Knex, id: string): Promise<StoredEndorsement | undefined> {
    const row = await tx('endorsements').where({ id }).first();
    return row && toStored(row);
  }

  /** Skills for which somebody endorsed a person since then. */
  async skillsEndorsed(
    tx: Knex,
    pair: { endorserId: number; personId: number },
    since: number,
  ): Promise<string[]> {
    return tx('endorsements')
      .where({ endorser_id: pair.endorserId, person_id: pair.personId })
      .where('at', '>', since)
      .pluck('skill_id');
  }

  async add(tx: Knex, row: StoredEndorsement): Promise<void> {
    await tx('endorsements').insert({
      id: row.id,
      person_id: row.personId,
      skill_id: row.skillId,
      endorser_id: row.endorserId,
      context: row.context,
      subject: row.subject ?? null,
      text: row.text,
      at: row.at,
      counts: row.counts,
    });
    await this.recount(tx, [row.personId]);
  }

  async remove(tx: Knex, row: StoredEndorsement): Promise<void> {
    await tx('endorsements').where({ id: row.id }).delete();
    await this.recount(tx, [row.personId]);
  }

  async recount(tx: Knex, personIds: number[]): Promise<void> {
    await tx('expertise')
      .where(each => whereAmong(each, 'person_id', personIds))
      .update({
        endorsement_count: tx('endorsements')
          .count('*')
          .where('counts', true)
          .whereRaw('endorsements.person_id = expertise.person_id')
          .whereRaw('endorsements.skill_id = expertise.skill_id'),
      });
  }

  /** Whether both were members of a team, at whatever time. */
  async wereTogether(
    tx: Knex,
    teamRef: string,
    personIds: [number, number],
  ): Promise<boolean> {
    const rows = await tx('memberships')
      .join('teams', 'teams.id', 'memberships.team_id')
      .where('teams.team_ref', teamRef)
      .whereIn('memberships.person_id', personIds)
      .whereIn('memberships.status', ['active', 'leaving', 'left'])
      .whereNotNull('memberships.since')
      .distinct('memberships.person_id');
    return rows.length === 2;
  }

  /** Skills of teams that the person left, in which somebody thanked them. */
  async thankedSkills(
    tx: Knex,
    personId: number,
  ): Promise<{ skillIds: string[]; teamTitle: string }[]> {
    const rows = await tx('memberships')
      .join('teams', 'teams.id', 'memberships.team_id')
      .where({
        'memberships.person_id': personId,
        'memberships.status': 'left',
      })
      .whereExists(thanked =>
        thanked
          .from('thanks')
          .where('to_id', personId)
          .whereRaw('thanks.team_id = memberships.team_id'),
      )
      .select('memberships.skill_ids', 'teams.title');
    return rows.map(row => ({
      skillIds: JSON.parse(row.skill_ids),
      teamTitle: row.title,
    }));
  }
}
