import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { whereShownTo } from './whereShownTo';

const EVERYBODY = { groupRefs: [] };

/** Somebody who is found by everyone, skill by skill. */
export interface SearchedSkill {
  userRef: string;
  version: string;
  platformRef?: string;
  skillId: string;
  level: number;
  isMentor: boolean;
  isJoining: boolean;
  isReviewing: boolean;
  isTalking: boolean;
}

/** Names a profile as it was when it was indexed. */
export function profileResourceRef(userRef: string, version: string): string {
  return `${userRef}#${version}`;
}

/** What the portal's search may hold of people. */
export class SearchStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async skills(): Promise<SearchedSkill[]> {
    const rows = await this.#database('expertise')
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .join('people', 'people.id', 'expertise.person_id')
      .modify(whereShownTo, EVERYBODY)
      .orderBy(['people.user_ref', 'expertise.skill_id'])
      .select(
        'people.user_ref',
        'profiles.updated_at',
        'profiles.platform_ref',
        'expertise.skill_id',
        'expertise.level',
        'expertise.is_mentor',
        'expertise.is_joining',
        'expertise.is_reviewing',
        'expertise.is_talking',
      );
    return rows.map(
      (row: Record<string, string | number | boolean | null>) => ({
        userRef: String(row.user_ref),
        version: String(row.updated_at),
        ...(row.platform_ref !== null && {
          platformRef: String(row.platform_ref),
        }),
        skillId: String(row.skill_id),
        level: Number(row.level),
        isMentor: Boolean(row.is_mentor),
        isJoining: Boolean(row.is_joining),
        isReviewing: Boolean(row.is_reviewing),
        isTalking: Boolean(row.is_talking),
      }),
    );
  }

  /**
   * Those of the refs whose profile is found by everyone and says what it said
   * when it was indexed: a skill that was withdrawn since hides the whole
   * document until it is indexed again.
   */
  async foundByEveryone(resourceRefs: string[]): Promise<Set<string>> {
    const userRefs = resourceRefs.map(ref => ref.split('#')[0]);
    const rows = await this.#database('people')
      .join('profiles', 'profiles.person_id', 'people.id')
      .where(each => whereAmong(each, 'people.user_ref', userRefs))
      .whereIn('people.id', found =>
        found
          .from('expertise')
          .select('expertise.person_id')
          .modify(whereShownTo, EVERYBODY),
      )
      .select('people.user_ref', 'profiles.updated_at');
    const now = new Set(
      rows.map(row => profileResourceRef(row.user_ref, String(row.updated_at))),
    );
    return new Set(resourceRefs.filter(ref => now.has(ref)));
  }
}
