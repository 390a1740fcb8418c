import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  normalizeEntityRef,
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  DiscoveryHit,
  DiscoveryPage,
  DiscoveryQuery,
  MatchReason,
  OpenRoleHit,
  PersonHit,
  SKILL_LEVELS,
  TeamHit,
  WILLING,
  expertiseSearchPermission,
  teamReadPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { VirtualTeamsContext } from '../context';
import { reasonsOf, skillsThatMatch } from '../discovery/reasonsOf';
import { shuffleByDay } from '../discovery/shuffle';
import { takePlatforms } from '../discovery/takePlatforms';
import { PeopleFilter, PersonMatch } from '../discovery/types';
import { Skills } from '../expertise/Skills';
import { toExpertise } from '../expertise/toExpertise';
import { Viewer } from '../expertise/types';
import { SkillIndex } from '../query/SkillIndex';
import { understand } from '../query/understand';
import { normaliseWords } from '../skills/normaliseWords';
import { ExpertiseStore } from '../store/ExpertiseStore';
import { MOST_PEOPLE, PeopleFinder } from '../store/PeopleFinder';
import { PublicRole, PublicTeam, PublicTeams } from '../store/PublicTeams';
import { PlatformNames } from './PlatformNames';
import { ProfileService } from './ProfileService';

export interface DiscoveryServiceOptions extends Pick<
  VirtualTeamsContext,
  'auth' | 'clock' | 'database' | 'people' | 'permissions' | 'settings'
> {
  skillIndex: Skills;
  finder: PeopleFinder;
  teams: PublicTeams;
  store: ExpertiseStore;
  profiles: ProfileService;
  platformNames: PlatformNames;
}

const PAGE = 20;
const MOST_FACETS = 30;
const position = z.tuple([z.string().max(10), z.number().int().min(0)]);

/** Something that was found, before it is written out. */
type Found =
  | { type: 'person'; match: PersonMatch }
  | { type: 'team'; team: PublicTeam }
  | { type: 'open_role'; role: PublicRole };

/** Finds people who chose to be found, teams, and open roles. */
export class DiscoveryService {
  readonly #options: DiscoveryServiceOptions;

  constructor(options: DiscoveryServiceOptions) {
    this.#options = options;
  }

  async discover(
    credentials: BackstageCredentials,
    query: DiscoveryQuery,
  ): Promise<DiscoveryPage> {
    const { clock, profiles, settings, skillIndex } = this.#options;
    const [types, viewer] = await Promise.all([
      this.#allowedTypes(credentials, query.types),
      profiles.viewerOf({ userRef: this.#userRefOf(credentials) }),
    ]);
    const [day, offset] = readCursor(query.cursor, position) ?? [
      clock().toISOString().slice(0, 10),
      0,
    ];
    const index = skillIndex.index();
    const { filter, names } = await this.#understand(query, viewer, index);
    const people = types.has('person')
      ? await this.#people(query, filter, viewer, index)
      : [];
    const isBounded = people.length > MOST_PEOPLE;
    const found = await this.#found(
      types,
      query,
      filter,
      shuffleByDay(people.slice(0, MOST_PEOPLE), day),
    );
    const limit = query.limit ?? PAGE;
    const page = found.slice(offset, offset + limit);
    const [items, facets] = await Promise.all([
      this.#hits(page, filter, viewer, index, names),
      this.#facets(people.slice(0, MOST_PEOPLE), viewer, index),
    ]);
    const { guild } = settings.current().settings;
    return {
      items,
      totalItems: found.length,
      ...(isBounded && { totalIsLowerBound: true }),
      pageInfo:
        offset + limit < found.length
          ? { nextCursor: writeCursor([day, offset + limit]) }
          : {},
      understood: filter.terms.flatMap(({ matches }) =>
        matches.map(({ from, how, skillId }) => ({
          skillId,
          skillName: index.nameOf(skillId),
          from,
          how,
        })),
      ),
      facets,
      ...(found.length === 0 &&
        guild && { guild: { title: guild.title, url: guild.url } }),
    };
  }

  async #allowedTypes(
    credentials: BackstageCredentials,
    asked: DiscoveryQuery['types'],
  ) {
    const [search, read] = await this.#options.permissions.authorize(
      [
        { permission: expertiseSearchPermission },
        { permission: teamReadPermission },
      ],
      { credentials },
    );
    const maySearch = search.result === AuthorizeResult.ALLOW;
    const mayRead = read.result === AuthorizeResult.ALLOW;
    if (!maySearch && !mayRead) {
      throw new NotAllowedError(
        `${expertiseSearchPermission.name} is not granted`,
      );
    }
    const isAsked = (type: DiscoveryHit['type']) =>
      asked === undefined || asked.length === 0 || asked.includes(type);
    return {
      has: (type: DiscoveryHit['type']) =>
        isAsked(type) && (type === 'person' ? maySearch : mayRead),
    };
  }

  #userRefOf(credentials: BackstageCredentials): string | undefined {
    return this.#options.auth.isPrincipal(credentials, 'user')
      ? normalizeEntityRef(credentials.principal.userEntityRef)
      : undefined;
  }

  async #understand(
    query: DiscoveryQuery,
    viewer: Viewer,
    index: SkillIndex,
  ): Promise<{
    filter: PeopleFilter;
    names: (ref: string) => string;
  }> {
    const { finder, platformNames, profiles } = this.#options;
    const platforms = await platformNames.of(
      query.q || query.platform ? await finder.platformRefs(viewer) : [],
    );
    const { platformRefs, question } = takePlatforms(query.q ?? '', platforms);
    const asked = query.platform
      ? [query.platform.toLocaleLowerCase('en-US')]
      : platformRefs;
    const filter: PeopleFilter = {
      ...understand(index, question),
      required: (query.skills ?? []).map(id =>
        [index.current(id), ...index.narrowerThan(index.current(id))].flatMap(
          each => index.withMerged(each),
        ),
      ),
      level: query.level && SKILL_LEVELS.indexOf(query.level),
      platformRefs: asked.length > 0 ? asked : undefined,
      willing: query.willing ?? [],
      isAvailable: query.available === true,
      staleFrom: profiles.staleFrom(),
    };
    const titles = new Map(
      platforms.map(({ names, ref }) => [ref, names[0]] as const),
    );
    return { filter, names: ref => titles.get(ref) ?? ref };
  }

  async #people(
    { q }: DiscoveryQuery,
    filter: PeopleFilter,
    viewer: Viewer,
    index: SkillIndex,
  ): Promise<PersonMatch[]> {
    const saysNothing =
      normaliseWords(q ?? '').length > 0 &&
      filter.terms.length === 0 &&
      filter.platformRefs === undefined;
    return saysNothing ? [] : this.#options.finder.match(filter, viewer, index);
  }

  async #found(
    types: { has(type: DiscoveryHit['type']): boolean },
    { available, q, willing }: DiscoveryQuery,
    filter: PeopleFilter,
    people: PersonMatch[],
  ): Promise<Found[]> {
    const { skillIndex, teams } = this.#options;
    const index = skillIndex.index();
    // What people offer says nothing about teams.
    const isAboutPeople = available === true || (willing ?? []).length > 0;
    const asked = {
      skillIds: [
        ...new Set([
          ...filter.terms.flatMap(({ matches }) =>
            matches.flatMap(({ skillId }) => index.withMerged(skillId)),
          ),
          ...filter.required.flat(),
        ]),
      ],
      words: [
        ...new Set([...filter.rest, ...filter.terms.map(({ from }) => from)]),
      ],
      platformRefs: filter.platformRefs,
    };
    const isEmpty =
      asked.skillIds.length === 0 &&
      asked.words.length === 0 &&
      asked.platformRefs === undefined;
    const hasNothingToFind = isEmpty && normaliseWords(q ?? '').length > 0;
    const look = (type: 'team' | 'open_role') =>
      types.has(type) && !isAboutPeople && !hasNothingToFind;
    return [
      ...people.map(match => ({ type: 'person' as const, match })),
      ...(look('team') ? await teams.teams(asked) : []).map(team => ({
        type: 'team' as const,
        team,
      })),
      ...(look('open_role') ? await teams.openRoles(asked) : []).map(role => ({
        type: 'open_role' as const,
        role,
      })),
    ];
  }

  async #facets(
    people: PersonMatch[],
    viewer: Viewer,
    index: SkillIndex,
  ): Promise<DiscoveryPage['facets']> {
    const platforms = new Map<string, number>();
    for (const { platformRef } of people) {
      if (platformRef !== undefined) {
        platforms.set(platformRef, (platforms.get(platformRef) ?? 0) + 1);
      }
    }
    const skills = await this.#options.finder.countSkills(
      people.map(({ personId }) => personId),
      viewer,
      index,
    );
    return {
      platforms: [...platforms]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
      skills: [...skills]
        .map(([value, count]) => ({ value, name: index.nameOf(value), count }))
        .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
        .slice(0, MOST_FACETS),
      willing: WILLING.map(value => ({
        value,
        count: people.filter(({ willing }) => willing.includes(value)).length,
      })),
    };
  }

  async #hits(
    page: Found[],
    filter: PeopleFilter,
    viewer: Viewer,
    index: SkillIndex,
    names: (ref: string) => string,
  ): Promise<DiscoveryHit[]> {
    const people = await this.#personHits(
      page.flatMap(each =>
        each.type === 'person' ? [each.match.personId] : [],
      ),
      filter,
      viewer,
      index,
      names,
    );
    return page.flatMap<DiscoveryHit>(each => {
      if (each.type === 'person') {
        return people.get(each.match.personId) ?? [];
      }
      return each.type === 'team'
        ? this.#teamHit(each.team, filter, index)
        : this.#roleHit(each.role, filter, index);
    });
  }

  async #personHits(
    ids: number[],
    filter: PeopleFilter,
    viewer: Viewer,
    index: SkillIndex,
    names: (ref: string) => string,
  ): Promise<Map<number, PersonHit>> {
    const { database, people, store } = this.#options;
    const [refs, profiles, rows] = await Promise.all([
      people.refsOf(database, ids),
      store.profiles(database, ids),
      store.shown(database, ids, viewer),
    ]);
    return new Map(
      profiles.flatMap(profile => {
        const expertise = skillsThatMatch(
          rows
            .filter(({ personId }) => personId === profile.personId)
            .map(row => {
              const { endorsements, ...shown } = toExpertise(
                row,
                index,
                filter.staleFrom,
                [],
              );
              return shown;
            }),
          filter,
          index,
        );
        // Withdrawn since the people were counted.
        if (expertise.length === 0) {
          return [];
        }
        const hit = {
          userRef: refs.get(profile.personId)!,
          ...(profile.platformRef && { platformRef: profile.platformRef }),
          ...(profile.homeGroupRef && { homeGroupRef: profile.homeGroupRef }),
          availability: profile.availability,
          ...(profile.limitPct !== undefined && { limitPct: profile.limitPct }),
          expertise,
        };
        return [
          [
            profile.personId,
            {
              type: 'person' as const,
              ...hit,
              why: reasonsOf(hit, filter, index, names),
            },
          ] as const,
        ];
      }),
    );
  }

  #teamHit(team: PublicTeam, filter: PeopleFilter, index: SkillIndex): TeamHit {
    return {
      type: 'team',
      teamRef: team.teamRef,
      title: team.title,
      outcome: team.outcome,
      platformRefs: team.platformRefs,
      why: this.#why(
        team.skillIds,
        [team.title, team.outcome].join(' '),
        'Asks for',
        filter,
        index,
      ),
    };
  }

  #roleHit(
    role: PublicRole,
    filter: PeopleFilter,
    index: SkillIndex,
  ): OpenRoleHit {
    return {
      type: 'open_role',
      openRoleId: role.id,
      title: role.title,
      ...(role.teamRef && { teamRef: role.teamRef }),
      ...(role.teamTitle && { teamTitle: role.teamTitle }),
      ...(role.platformRef && { platformRef: role.platformRef }),
      seatsLeft: role.seatsLeft,
      why: this.#why(
        role.skillId === undefined ? [] : [role.skillId],
        role.title,
        'Looks for',
        filter,
        index,
      ),
    };
  }

  #why(
    skillIds: string[],
    text: string,
    verb: string,
    filter: PeopleFilter,
    index: SkillIndex,
  ): MatchReason[] {
    const matches = filter.terms.flatMap(term => term.matches);
    const has = normaliseWords(text).join(' ');
    const reasons: MatchReason[] = [...new Set(skillIds)].flatMap(id => {
      const match = matches.find(each => each.skillId === index.current(id));
      const isRequired = filter.required.some(ids => ids.includes(id));
      return match || isRequired
        ? [
            {
              kind: match?.how ?? ('skill' as const),
              text: `${verb} ${index.nameOf(id)}`,
            },
          ]
        : [];
    });
    const words = [...filter.rest, ...filter.terms.map(({ from }) => from)];
    words
      .filter(word => has.includes(word))
      .forEach(word =>
        reasons.push({ kind: 'text', text: `“${word}” stands in its words` }),
      );
    if (filter.platformRefs) {
      reasons.push({ kind: 'platform', text: 'Is of the platform' });
    }
    return reasons.length > 0
      ? reasons
      : [{ kind: 'text', text: 'Is open to everybody who reads teams' }];
  }
}
