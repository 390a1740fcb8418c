import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Viewer } from '../expertise/types';
import { whereShownTo } from './whereShownTo';

/** A skill that a member shares, at a level by its index in SKILL_LEVELS. */
export interface SharedSkill {
  personId: number;
  skillId: string;
  level: number;
}

/** What members of teams share of their skills. */
export class SkillCoverageStore {
  /**
   * Of people; what is shown to nobody is left out.
   *
   * @param viewer - where given, only what is shown to them
   */
  async shared(
    tx: Knex,
    personIds: readonly number[],
    viewer?: Viewer,
  ): Promise<SharedSkill[]> {
    const query = tx('expertise')
      .select('person_id', 'skill_id', 'level')
      .where(each => whereAmong(each, 'person_id', [...new Set(personIds)]))
      .whereNot({ shown_to: 'nobody' });
    if (viewer) {
      query.modify(whereShownTo, viewer);
    }
    return (await query).map(row => ({
      personId: row.person_id,
      skillId: row.skill_id,
      level: row.level,
    }));
  }
}
