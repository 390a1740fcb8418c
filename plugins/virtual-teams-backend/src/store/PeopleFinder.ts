import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Willing } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { PeopleFilter, PersonMatch } from '../discovery/types';
import { Viewer } from '../expertise/types';
import { SkillIndex } from '../query/SkillIndex';
import { whereShownTo } from './whereShownTo';

const COLUMNS: Record<Willing, string> = {
  mentor: 'is_mentor',
  join: 'is_joining',
  review: 'is_reviewing',
  talk: 'is_talking',
};

interface MatchRow {
  person_id: number;
  platform_ref: string | null;
  fit: number | string;
  /** A bit for each of {@link OFFERS}, so that wide questions answer in few bytes. */
  offers: number | string;
}

const OFFERS = Object.keys(COLUMNS) as Willing[];

interface CountRow {
  skill: string;
  platform_ref: string;
  people: number | string;
}

/** More people than this are not looked at; the total is a lower bound then. */
export const MOST_PEOPLE = 10_000;

/** Finds people by set, never one by one, and only those a viewer may find. */
export class PeopleFinder {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async match(
    filter: PeopleFilter,
    viewer: Viewer,
    index: SkillIndex,
  ): Promise<PersonMatch[]> {
    const { platformRefs, required, terms } = filter;
    const counting = [
      ...new Set([
        ...terms.flatMap(({ matches }) =>
          matches.flatMap(({ skillId }) => index.withMerged(skillId)),
        ),
        ...required.flat(),
      ]),
    ];
    const query = this.#database('expertise')
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .modify(whereShownTo, viewer)
      // The key of a profile, so that what else is read of it needs no sorting.
      .groupBy('profiles.person_id')
      .select(
        'profiles.person_id',
        'profiles.platform_ref',
        this.#offers(),
        this.#fit(filter, index),
      )
      .limit(MOST_PEOPLE + 1);
    if (counting.length > 0) {
      query.where(each => whereAmong(each, 'expertise.skill_id', counting));
    }
    if (filter.level !== undefined) {
      query.where('expertise.level', '>=', filter.level);
    }
    if (platformRefs) {
      query.where(each =>
        whereAmong(each, 'profiles.platform_ref', platformRefs),
      );
    }
    if (filter.isAvailable) {
      query.whereIn('profiles.availability', ['free', 'limited']);
    }
    if (filter.willing.length > 0) {
      query.where(offers =>
        filter.willing.forEach(each => offers.orWhere(COLUMNS[each], true)),
      );
    }
    for (const ids of required) {
      query.havingRaw(
        `max(case when expertise.skill_id in (${ids.map(() => '?').join(', ')}) then 1 else 0 end) = 1`,
        ids,
      );
    }
    const rows: MatchRow[] = await query;
    return rows.map(row => ({
      personId: Number(row.person_id),
      platformRef: row.platform_ref ?? undefined,
      fit: Number(row.fit),
      willing: OFFERS.filter((_, bit) => Number(row.offers) & (1 << bit)),
    }));
  }

  /** People of those by skill; a deprecated skill counts as its successor. */
  async countSkills(
    personIds: number[],
    viewer: Viewer,
    index: SkillIndex,
  ): Promise<Map<string, number>> {
    const rows: CountRow[] = await this.#database('expertise')
      .where(each => whereAmong(each, 'expertise.person_id', personIds))
      .modify(whereShownTo, viewer)
      .groupByRaw('1')
      .select(this.#currentSkill(index), this.#countPeople(index));
    return new Map(rows.map(row => [row.skill, Number(row.people)]));
  }

  /** People whom a viewer may find, by platform and skill. */
  async matrix(
    viewer: Viewer,
    index: SkillIndex,
  ): Promise<{ platformRef: string; skillId: string; people: number }[]> {
    const rows: CountRow[] = await this.#database('expertise')
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .modify(whereShownTo, viewer)
      .whereNotNull('profiles.platform_ref')
      .groupByRaw('1, profiles.platform_ref')
      .select(
        this.#currentSkill(index),
        'profiles.platform_ref',
        this.#countPeople(index),
      );
    return rows.map(row => ({
      platformRef: row.platform_ref,
      skillId: row.skill,
      people: Number(row.people),
    }));
  }

  async countByPlatform(viewer: Viewer): Promise<Map<string, number>> {
    const rows: CountRow[] = await this.#database('expertise')
      .join('profiles', 'profiles.person_id', 'expertise.person_id')
      .modify(whereShownTo, viewer)
      .whereNotNull('profiles.platform_ref')
      .groupBy('profiles.platform_ref')
      .select('profiles.platform_ref')
      .countDistinct({ people: 'expertise.person_id' });
    return new Map(rows.map(row => [row.platform_ref, Number(row.people)]));
  }

  /** Platforms of people whom a viewer may find. */
  async platformRefs(viewer: Viewer): Promise<string[]> {
    // One person is enough of each: never everybody of all platforms.
    const somebody = this.#database('profiles')
      .join('expertise', 'expertise.person_id', 'profiles.person_id')
      .whereRaw('profiles.platform_ref = platforms.platform_ref')
      .modify(whereShownTo, viewer)
      .select('profiles.person_id')
      .limit(1);
    const platforms = this.#database('profiles')
      .whereNotNull('platform_ref')
      .distinct('platform_ref')
      .as('platforms');
    return this.#database
      .from(platforms)
      .whereRaw('? is not null', [somebody])
      .pluck('platform_ref');
  }

  #offers(): Knex.Raw {
    return this.#database.raw(
      `${OFFERS.map((_, bit) => `max(case when ?? then ${1 << bit} else 0 end)`).join(' + ')} as offers`,
      OFFERS.map(each => COLUMNS[each]),
    );
  }

  #fit({ staleFrom, terms }: PeopleFilter, index: SkillIndex): Knex.Raw {
    if (terms.length === 0) {
      return this.#database.raw('0 as fit');
    }
    const parts = terms.map(({ matches }) => {
      const cases = matches.flatMap(({ nearness, skillId }) =>
        index.withMerged(skillId).map(id => ({ id, worth: nearness * 2 })),
      );
      return {
        sql: `max(case ${cases
          .map(() => 'when expertise.skill_id = ? then cast(? as integer)')
          .join(
            ' ',
          )} else 0 end - case when expertise.confirmed_at < ? then 1 else 0 end)`,
        values: [
          ...cases.flatMap(({ id, worth }) => [id, worth]),
          staleFrom,
        ] as (string | number)[],
      };
    });
    return this.#database.raw(
      `${parts.map(({ sql }) => sql).join(' + ')} as fit`,
      parts.flatMap(({ values }) => values),
    );
  }

  /** A person has a skill once, unless several stand for one. */
  #countPeople(index: SkillIndex): Knex.Raw {
    return this.#database.raw(
      index.mergedPairs().length === 0
        ? 'count(*) as people'
        : 'count(distinct expertise.person_id) as people',
    );
  }

  #currentSkill(index: SkillIndex): Knex.Raw {
    const pairs = index.mergedPairs();
    return pairs.length === 0
      ? this.#database.raw('expertise.skill_id as skill')
      : this.#database.raw(
          `case expertise.skill_id ${pairs.map(() => 'when ? then ?').join(' ')} else expertise.skill_id end as skill`,
          pairs.flat(),
        );
  }
}
