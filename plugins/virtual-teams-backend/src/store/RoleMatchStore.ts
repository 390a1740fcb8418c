import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Viewer } from '../expertise/types';
import { StoredOpenRole } from '../roles/types';
import { whereShownTo } from './whereShownTo';

/** Counts people who fit open roles, for a page of roles at once. */
export class RoleMatchStore {
  /**
   * How many people whom a viewer may find have the skill of a role at its
   * level, on whatever platform they are; who posted it does not count.
   * Roles that nobody fits are absent.
   *
   * @param sameSkills - a skill with those that it stands for
   */
  async count(
    tx: Knex,
    roles: readonly Pick<StoredOpenRole, 'id' | 'skillId'>[],
    viewer: Viewer,
    sameSkills: (skillId: string) => string[],
  ): Promise<Map<string, number>> {
    const skillIds = [
      ...new Set(roles.flatMap(({ skillId }) => skillId ?? [])),
    ];
    const merged = skillIds.flatMap(skillId => {
      const same = sameSkills(skillId);
      return same.length > 1 ? [{ skillId, same }] : [];
    });
    const rows: { id: string; people: number | string }[] = await tx(
      'open_roles',
    )
      .join('expertise', fit => {
        fit.on('expertise.skill_id', 'open_roles.skill_id');
        for (const { same, skillId } of merged) {
          fit.orOn(
            tx.raw(
              `(open_roles.skill_id = ? and expertise.skill_id in (${same.map(() => '?').join(', ')}))`,
              [skillId, ...same],
            ),
          );
        }
      })
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .select('open_roles.id')
      .countDistinct({ people: 'expertise.person_id' })
      .where(each =>
        whereAmong(
          each,
          'open_roles.id',
          roles.map(({ id }) => id),
        ),
      )
      .whereRaw('expertise.level >= coalesce(open_roles.level, 0)')
      .whereRaw('expertise.person_id <> coalesce(open_roles.posted_by, 0)')
      .modify(whereShownTo, viewer)
      .groupBy('open_roles.id');
    return new Map(rows.map(({ id, people }) => [id, Number(people)]));
  }
}
