import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  normalizeEntityRef,
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  CheckTeams,
  EntityTeams,
  LIVE_TEAM_STATUSES,
  TEAM_STATUSES,
  TeamsPage,
  TeamsQuery,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { standingSkill } from '../skills/standingSkill';
import { TeamFilter, TeamKeys, TeamListStore } from '../store/TeamListStore';
import { TeamStore } from '../store/TeamStore';
import {
  KnownReader,
  PRIVATE_TEAM_STATUSES,
  TeamDirectory,
} from './TeamDirectory';
import { TeamViews } from './TeamViews';

const DEFAULT_LIMIT = 24;
/** More teams on one entity nobody reads on a card. */
const TEAMS_OF_AN_ENTITY = 50;

const keysSchema: z.ZodType<{ by: string; keys: TeamKeys }> = z.strictObject({
  by: z.string(),
  keys: z.tuple([z.union([z.string(), z.number()]), z.number()]),
});

export interface TeamListServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'catalog' | 'database' | 'skills'> {
  list: TeamListStore;
  teams: TeamStore;
  directory: TeamDirectory;
  views: TeamViews;
}

/** Teams as lists, for the directory and for the pages of entities. */
export class TeamListService {
  readonly #options: TeamListServiceOptions;

  constructor(options: TeamListServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: TeamsQuery,
  ): Promise<TeamsPage> {
    const { database, list } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, orderBy = 'recent' } = query;
    const reader = await this.#reader(credentials);
    const filter = await this.#filter(reader, query);
    const begins = readCursor(cursor, keysSchema);
    const after = begins?.by === orderBy ? begins.keys : undefined;
    const rows = await list.page(database, filter, {
      orderBy,
      after,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.#summaries(
        reader,
        shown.map(({ id }) => id),
      ),
      totalItems: await list.count(database, filter),
      pageInfo: {
        ...(rows.length > limit &&
          last && {
            nextCursor: writeCursor({ by: orderBy, keys: last.keys }),
          }),
      },
      facets: await this.#facets(filter),
    };
  }

  /** Live teams that work on an entity, if the reader sees it. */
  async ofEntity(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<EntityTeams> {
    const { catalog } = this.#options;
    const reader = await this.#reader(credentials);
    const ref = normalizeEntityRef(entityRef);
    if (!(await catalog.filter(credentials, [ref])).has(ref)) {
      return { items: [] };
    }
    const filter = await this.#filter(reader, {
      entityRef: ref,
      status: LIVE_TEAM_STATUSES.filter(each => each !== 'proposed'),
    });
    const rows = await this.#options.list.page(this.#options.database, filter, {
      orderBy: 'recent',
      limit: TEAMS_OF_AN_ENTITY,
    });
    return {
      items: await this.#summaries(
        reader,
        rows.map(({ id }) => id),
      ),
    };
  }

  /** Live teams by the checks that they are to have pass. */
  async ofChecks(credentials: BackstageCredentials): Promise<CheckTeams> {
    const { database, teams } = this.#options;
    await requireReader(this.#options, credentials);
    const items = await teams.withChecks(
      database,
      LIVE_TEAM_STATUSES.filter(each => !PRIVATE_TEAM_STATUSES.includes(each)),
    );
    return {
      items: items.flatMap(
        ({ checkIds, platformRefs, status, teamRef, title }) =>
          checkIds.map(checkId => ({
            checkId,
            teamRef,
            title,
            status,
            platformRefs,
          })),
      ),
    };
  }

  async #summaries(reader: KnownReader, ids: number[]) {
    const { database, teams, views } = this.#options;
    return views.summaries(reader, await teams.byIds(database, ids));
  }

  async #reader(credentials: BackstageCredentials): Promise<KnownReader> {
    return this.#options.directory.known(
      await requireReader(this.#options, credentials),
    );
  }

  async #filter(
    reader: KnownReader,
    {
      entityRef,
      kind,
      mine,
      needsHelp,
      platform,
      q,
      skill,
      status,
    }: TeamsQuery,
  ): Promise<TeamFilter> {
    const { items } = this.#options.skills.current();
    const text = q?.trim();
    const found = (each: (typeof items)[number], words: string) =>
      [each.name, ...each.aliases].some(name =>
        name.toLocaleLowerCase('en-US').includes(words),
      );
    return {
      privateStatuses: PRIVATE_TEAM_STATUSES,
      seesAll: reader.isManager || reader.userRef === undefined,
      personId: reader.personId,
      q: text
        ? {
            text,
            skillIds: items
              .filter(each => found(each, text.toLocaleLowerCase('en-US')))
              .map(({ id }) => id),
          }
        : undefined,
      platform: platform && normalizeEntityRef(platform),
      skillIds:
        skill === undefined
          ? undefined
          : items
              .filter(
                ({ id }) =>
                  standingSkill(items, id)?.id ===
                  (standingSkill(items, skill)?.id ?? skill),
              )
              .map(({ id }) => id)
              .concat(skill),
      kind,
      statuses: status ?? (mine ? TEAM_STATUSES : LIVE_TEAM_STATUSES),
      needsHelp,
      mine,
      entityRef: await this.#shownEntity(reader, entityRef),
    };
  }

  /** Whether teams work on what the reader can't see is not told. */
  async #shownEntity(
    { credentials }: KnownReader,
    entityRef: string | undefined,
  ): Promise<string | undefined> {
    if (entityRef === undefined) {
      return undefined;
    }
    const ref = normalizeEntityRef(entityRef);
    const shown = await this.#options.catalog.filter(credentials, [ref]);
    return shown.has(ref) ? ref : '';
  }

  async #facets(filter: TeamFilter): Promise<TeamsPage['facets']> {
    const { database, list } = this.#options;
    return {
      platforms: await list.facet(database, filter, {
        table: 'team_platforms',
        column: 'platform_ref',
        without: 'platform',
      }),
      skills: await list.facet(database, filter, {
        table: 'team_skills',
        column: 'skill_id',
        without: 'skillIds',
      }),
      kinds: await list.facet(database, filter, {
        table: 'teams',
        column: 'kind',
        without: 'kind',
      }),
      statuses: await list.facet(database, filter, {
        table: 'teams',
        column: 'status',
        without: 'statuses',
      }),
      needsHelp: await list.count(database, { ...filter, needsHelp: true }),
      mine: await list.count(database, {
        ...filter,
        mine: true,
        statuses: LIVE_TEAM_STATUSES,
      }),
    };
  }
}
