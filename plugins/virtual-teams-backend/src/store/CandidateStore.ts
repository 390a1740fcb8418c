import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Availability } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { Viewer } from '../expertise/types';
import { whereShownTo } from './whereShownTo';

/** A skill of somebody whom a viewer may find. */
export interface CandidateRow {
  personId: number;
  userRef: string;
  platformRef?: string;
  homeGroupRef?: string;
  availability: Availability;
  limitPct?: number;
  skillId: string;
  level: number;
  isJoining: boolean;
  isMentor: boolean;
  endorsements: number;
  confirmedAt: number;
}

/** More people nobody looks through. */
const MOST_ROWS = 2_000;

/** People whom a viewer may find, by skills. */
export class CandidateStore {
  async withSkills(
    tx: Knex,
    skillIds: readonly string[],
    viewer: Viewer,
    without: readonly number[],
  ): Promise<CandidateRow[]> {
    const rows = await (tx('expertise') as Knex.QueryBuilder)
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .join('people', 'people.id', 'expertise.person_id')
      .select('expertise.*', 'people.user_ref')
      .select(
        ['platform_ref', 'home_group_ref', 'availability', 'limit_pct'].map(
          column => `profiles.${column}`,
        ),
      )
      .where(each => whereAmong(each, 'expertise.skill_id', skillIds))
      .whereNotIn('expertise.person_id', [...without])
      .modify(whereShownTo, viewer)
      .orderBy([
        { column: 'expertise.level', order: 'desc' },
        { column: 'expertise.person_id' },
      ])
      .limit(MOST_ROWS);
    return rows.map(
      (row: Record<string, string | number | boolean | null>) => ({
        personId: Number(row.person_id),
        userRef: String(row.user_ref),
        platformRef: (row.platform_ref as string | null) ?? undefined,
        homeGroupRef: (row.home_group_ref as string | null) ?? undefined,
        availability: row.availability as Availability,
        limitPct: row.limit_pct === null ? undefined : Number(row.limit_pct),
        skillId: String(row.skill_id),
        level: Number(row.level),
        isJoining: Boolean(row.is_joining),
        isMentor: Boolean(row.is_mentor),
        endorsements: Number(row.endorsement_count),
        confirmedAt: Number(row.confirmed_at),
      }),
    );
  }
}
