import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  OpenRole,
  OpenRoleInput,
  OpenRolesPage,
  OpenRolesQuery,
  teamJoinPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import {
  requirePerson,
  requireReader,
  ReaderOptions,
} from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { StoredOpenRole } from '../roles/types';
import { skillName } from '../skills/standingSkill';
import { OpenRoleStore } from '../store/OpenRoleStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { StoredTeam } from '../teams/types';
import {
  KnownReader,
  PRIVATE_TEAM_STATUSES,
  TeamDirectory,
} from './TeamDirectory';
import { RoleMatches } from './RoleMatches';
import { TeamNotices } from './TeamNotices';

const DEFAULT_LIMIT = 50;

const keysSchema = z.strictObject({ postedAt: z.number(), id: z.string() });

export interface OpenRolesServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'clock' | 'database' | 'entities' | 'people' | 'skills' | 'teamChanges'
    > {
  directory: TeamDirectory;
  events: TeamEventStore;
  matches: RoleMatches;
  notices: TeamNotices;
  roles: OpenRoleStore;
  teams: TeamStore;
}

/** Seats that teams, or people with a need, are looking for. */
export class OpenRolesService {
  readonly #options: OpenRolesServiceOptions;

  constructor(options: OpenRolesServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    { cursor, limit = DEFAULT_LIMIT, mine, teamRef }: OpenRolesQuery,
  ): Promise<OpenRolesPage> {
    const { database, directory, roles } = this.#options;
    const reader = await this.#reader(credentials);
    const team = teamRef ? await directory.require(reader, teamRef) : undefined;
    if (mine && reader.personId === undefined) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const all = await this.shown(
      reader,
      await roles.open(database, {
        teamIds: team && [team.id],
        postedBy: mine ? reader.personId : undefined,
      }),
    );
    const after = readCursor(cursor, keysSchema);
    const rest = after
      ? all.filter(
          ({ id, postedAt }) =>
            postedAt < after.postedAt ||
            (postedAt === after.postedAt && id < after.id),
        )
      : all;
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(reader, shown),
      totalItems: all.length,
      pageInfo: {
        ...(rest.length > limit &&
          last && {
            nextCursor: writeCursor({ postedAt: last.postedAt, id: last.id }),
          }),
      },
    };
  }

  async create(
    credentials: BackstageCredentials,
    { teamRef, ...input }: OpenRoleInput,
  ): Promise<OpenRole> {
    const { clock, database, directory, people, roles } = this.#options;
    const person = await requirePerson(
      this.#options,
      credentials,
      teamJoinPermission,
    );
    const known = await directory.known(person);
    const team = teamRef ? await directory.require(known, teamRef) : undefined;
    if (team) {
      await this.#requireLead(known, team);
      if (!directory.isJoinable(team)) {
        throw new ConflictError(
          `A team that is ${team.status} takes no members`,
        );
      }
    }
    await this.#requireFits(input);
    const id = randomUUID();
    await database.transaction(async tx => {
      const postedBy = await people.idOf(tx, person.userRef);
      await roles.insert(tx, {
        ...toStored(input),
        id,
        teamId: team?.id,
        status: 'open',
        postedBy,
        postedAt: clock().getTime(),
      });
      await this.#note(tx, team, postedBy, 'openRole', input.title);
    });
    return this.#view(credentials, id, team);
  }

  async update(
    credentials: BackstageCredentials,
    id: string,
    { teamRef: _, ...input }: OpenRoleInput,
  ): Promise<OpenRole> {
    const { database, roles } = this.#options;
    const { role, team } = await this.#requireMine(credentials, id);
    await this.#requireFits(input);
    await database.transaction(async tx => {
      await roles.update(tx, { ...role, ...toStored(input) });
      await roles.settle(tx, id);
    });
    return this.#view(credentials, id, team);
  }

  async close(credentials: BackstageCredentials, id: string): Promise<void> {
    const { database, people, roles, teamChanges } = this.#options;
    const { reader, role, team } = await this.#requireMine(credentials, id);
    await database.transaction(async tx => {
      await roles.update(tx, { ...role, status: 'closed' });
      const actorId = reader.userRef
        ? await people.idOf(tx, reader.userRef)
        : undefined;
      await this.#note(tx, team, actorId, 'closeRole', role.title);
    });
    if (team) {
      await teamChanges.tellAfter({ teamId: team.id });
    }
  }

  /** A person offers to help with a need that no team has. */
  async offer(
    credentials: BackstageCredentials,
    id: string,
    message: string,
  ): Promise<void> {
    const { clock, database, people, roles } = this.#options;
    const person = await requirePerson(
      this.#options,
      credentials,
      teamJoinPermission,
    );
    const role = await roles.get(database, id);
    if (role?.status !== 'open' || role.postedBy === undefined) {
      throw new NotFoundError(`There is no open role ${id}`);
    }
    if (role.teamId !== undefined) {
      throw new InputError('Ask the team itself to join');
    }
    const postedBy = role.postedBy;
    await database.transaction(async tx => {
      const subjectId = await people.idOf(tx, person.userRef);
      await this.#options.notices.tellOf(tx, [
        {
          to: { personId: postedBy },
          subjectId,
          topic: 'virtual-teams.offer',
          scope: `${id}:${subjectId}`,
          title: `${person.userRef.split('/')[1]} offers to help: ${role.title}`,
          description: message,
          link: `/catalog/${person.userRef.replace('user:', '').replace('/', '/user/')}`,
          dueAt: clock().getTime(),
        },
      ]);
    });
  }

  /** Open roles of teams that the reader may know of. */
  async shown(
    reader: KnownReader,
    roles: StoredOpenRole[],
  ): Promise<StoredOpenRole[]> {
    const { database, directory, teams } = this.#options;
    const ids = [...new Set(roles.flatMap(({ teamId }) => teamId ?? []))];
    const found = await teams.byIds(database, ids);
    const standings = await directory.standings(reader, found);
    const shown = new Set(
      found
        .filter(
          ({ id, status }) =>
            !PRIVATE_TEAM_STATUSES.includes(status) ||
            standings.get(id)!.isLead,
        )
        .map(({ id }) => id),
    );
    return roles.filter(
      ({ teamId }) => teamId === undefined || shown.has(teamId),
    );
  }

  async views(
    reader: KnownReader,
    roles: readonly StoredOpenRole[],
  ): Promise<OpenRole[]> {
    const { database, directory, matches, notices, people } = this.#options;
    const { settings, skills, teams } = this.#options;
    const { answerDays } = settings.current().settings;
    const taken = await this.#options.roles.taken(
      database,
      roles.map(({ id }) => id),
    );
    const found = await teams.byIds(database, [
      ...new Set(roles.flatMap(({ teamId }) => teamId ?? [])),
    ]);
    const leads = await notices.leadsOfAll(database, found);
    const standings = await directory.standings(reader, found);
    const names = await people.refsOf(database, [
      ...[...leads.values()].flat(),
      ...roles.flatMap(({ postedBy }) => postedBy ?? []),
    ]);
    const counts = await matches.of(reader, roles);
    return roles.map(role => {
      const team = found.find(({ id }) => id === role.teamId);
      const poster = role.postedBy === undefined ? [] : [role.postedBy];
      const deciders = team === undefined ? poster : leads.get(team.id)!;
      return {
        id: role.id,
        teamRef: team?.teamRef,
        teamTitle: team?.title,
        title: role.title,
        skillId: role.skillId,
        skillName:
          role.skillId && skillName(skills.current().items, role.skillId),
        level: role.level,
        platformRef: role.platformRef,
        seats: role.seats,
        seatsLeft: Math.max(0, role.seats - (taken.get(role.id) ?? 0)),
        allocationPct: role.allocationPct,
        until: role.untilOn,
        status: role.status,
        postedBy:
          role.postedBy === undefined ? undefined : names.get(role.postedBy),
        postedAt: new Date(role.postedAt).toISOString(),
        matches: counts.get(role.id),
        decidedBy: deciders.flatMap(id => names.get(id) ?? []),
        answerDays,
        isMine: team ? standings.get(team.id)!.isLead : isOwnNeed(reader, role),
      };
    });
  }

  async #view(
    credentials: BackstageCredentials,
    id: string,
    team: StoredTeam | undefined,
  ): Promise<OpenRole> {
    const { database, roles, teamChanges } = this.#options;
    if (team) {
      await teamChanges.tellAfter({ teamId: team.id });
    }
    const [view] = await this.views(await this.#reader(credentials), [
      (await roles.get(database, id))!,
    ]);
    return view;
  }

  async #requireMine(credentials: BackstageCredentials, id: string) {
    const { database, directory, roles, teams } = this.#options;
    const reader = await this.#reader(credentials);
    const role = await roles.get(database, id);
    const missing = new NotFoundError(`There is no open role ${id}`);
    if (!role) {
      throw missing;
    }
    const [team] =
      role.teamId === undefined
        ? []
        : await teams.byIds(database, [role.teamId]);
    if (team) {
      await directory.require(reader, team.teamRef);
      await this.#requireLead(reader, team);
    } else if (!isOwnNeed(reader, role)) {
      throw new NotAllowedError('Only who posted a need changes it');
    }
    return { reader, role, team };
  }

  async #requireLead(reader: KnownReader, team: StoredTeam): Promise<void> {
    if (!(await this.#options.directory.standing(reader, team)).isLead) {
      throw new NotAllowedError(
        'Only the lead or a deputy of the team can do that',
      );
    }
  }

  async #requireFits({
    platformRef,
    skillId,
    until,
  }: OpenRoleInput): Promise<void> {
    const { clock, entities, settings, skills } = this.#options;
    if (
      skillId !== undefined &&
      !skills.current().items.some(({ id }) => id === skillId)
    ) {
      throw new InputError(`skillId: The taxonomy has no skill "${skillId}"`);
    }
    if (platformRef !== undefined) {
      const row = (await entities.get([platformRef])).get(platformRef);
      const { platformGroupTypes } = settings.current().settings;
      if (!platformGroupTypes.includes(row?.type ?? '')) {
        throw new InputError(`platformRef: ${platformRef} is no platform`);
      }
    }
    if (until !== undefined && until < clock().toISOString().slice(0, 10)) {
      throw new InputError('until: It lies ahead');
    }
  }

  async #note(
    tx: Parameters<TeamEventStore['add']>[0],
    team: StoredTeam | undefined,
    actorId: number | undefined,
    name: string,
    note: string,
  ): Promise<void> {
    if (team) {
      const { clock, events, teams } = this.#options;
      const at = clock().getTime();
      await events.add(tx, [{ teamId: team.id, at, actorId, name, note }]);
      await teams.touch(tx, team.id, at);
    }
  }

  async #reader(credentials: BackstageCredentials): Promise<KnownReader> {
    return this.#options.directory.known(
      await requireReader(this.#options, credentials),
    );
  }
}

/** Nobody's need, after its person was erased, is for managers only. */
function isOwnNeed(
  { isManager, personId }: KnownReader,
  { postedBy }: StoredOpenRole,
): boolean {
  return isManager || (personId !== undefined && postedBy === personId);
}

function toStored({
  allocationPct,
  level,
  platformRef,
  seats,
  skillId,
  title,
  until,
}: OpenRoleInput) {
  return {
    allocationPct,
    level,
    platformRef,
    seats,
    skillId,
    title,
    untilOn: until,
  };
}
