import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import {
  SKILL_LEVELS,
  Skill,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { StoredOpenRole } from '../roles/types';
import { standingSkill } from '../skills/standingSkill';

/** Who looks, and so whom they may find. */
export interface Finder {
  personId?: number;
  groupRefs: readonly string[];
  skills: readonly Skill[];
}

/** Counts people who would fit open roles, of whom the finder may find. */
export class RoleMatchStore {
  async count(
    tx: Knex,
    roles: readonly StoredOpenRole[],
    { groupRefs, personId, skills }: Finder,
  ): Promise<Map<string, number>> {
    const standing = (id: string) => standingSkill(skills, id)?.id ?? id;
    const wanted = roles.flatMap(({ skillId }) =>
      skillId === undefined ? [] : [standing(skillId)],
    );
    const asked = [
      ...new Set([
        ...wanted,
        ...skills
          .filter(({ id }) => wanted.includes(standing(id)))
          .map(({ id }) => id),
      ]),
    ];
    const rows = await tx('expertise')
      .select(
        'expertise.person_id',
        'expertise.skill_id',
        'expertise.level',
        'profiles.platform_ref',
      )
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .where(each => whereAmong(each, 'expertise.skill_id', asked))
      .where(seen => {
        seen.where({ 'expertise.shown_to': 'everyone' });
        seen.orWhere(shared =>
          shared.where({ 'expertise.shown_to': 'my_groups' }).whereIn(
            'expertise.person_id',
            tx('profile_groups')
              .select('person_id')
              .where(each => whereAmong(each, 'group_ref', groupRefs)),
          ),
        );
        if (personId !== undefined) {
          seen.orWhere({ 'expertise.person_id': personId });
        }
      });
    return new Map(
      roles.flatMap(({ id, level, platformRef, skillId }) => {
        if (skillId === undefined) {
          return [];
        }
        const least = level === undefined ? 0 : SKILL_LEVELS.indexOf(level);
        const people = rows.filter(
          row =>
            standing(row.skill_id) === standing(skillId) &&
            row.level >= least &&
            (platformRef === undefined || row.platform_ref === platformRef),
        );
        return [[id, new Set(people.map(row => row.person_id)).size]];
      }),
    );
  }
}
