import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** A skill that a member shares, at a level by its index in SKILL_LEVELS. */
export interface SharedSkill {
  personId: number;
  skillId: string;
  level: number;
}

/** What members of teams share of their skills. */
export class SkillCoverageStore {
  /** Of people; what is shown to nobody is left out. */
  async shared(tx: Knex, personIds: readonly number[]): Promise<SharedSkill[]> {
    const rows = await tx('expertise')
      .select('person_id', 'skill_id', 'level')
      .where(each => whereAmong(each, 'person_id', [...new Set(personIds)]))
      .whereNot({ shown_to: 'nobody' });
    return rows.map(row => ({
      personId: row.person_id,
      skillId: row.skill_id,
      level: row.level,
    }));
  }
}
