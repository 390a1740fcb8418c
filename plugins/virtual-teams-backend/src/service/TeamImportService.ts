import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  TEAM_KIND_RULES,
  TeamImport,
  TeamImportInput,
  TeamImportResult,
  VIRTUAL_TEAM_NAMESPACE,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { Place } from '../organisation/PlaceDirectory';
import { termsOf } from '../memberships/terms';
import { MembershipStore } from '../store/MembershipStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { slugOf } from '../teams/slug';
import { DefinitionChecker } from './DefinitionChecker';
import { TeamsService } from './TeamsService';

export interface TeamImportServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'clock' | 'database' | 'people' | 'places' | 'teamChanges'
    > {
  checker: DefinitionChecker;
  events: TeamEventStore;
  memberships: MembershipStore;
  service: TeamsService;
  teams: TeamStore;
}

const refOf = ({ team }: TeamImport) =>
  `group:${VIRTUAL_TEAM_NAMESPACE}/${team.name ?? slugOf(team.title)}`;

/** Brings over teams that ran before the portal knew of them. */
export class TeamImportService {
  readonly #options: TeamImportServiceOptions;

  constructor(options: TeamImportServiceOptions) {
    this.#options = options;
  }

  /** All or nothing; teams that are there stay as they are. */
  async take(
    credentials: BackstageCredentials,
    { items }: TeamImportInput,
  ): Promise<TeamImportResult> {
    const { checker, database, places, teams } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    if (!reader.isManager) {
      throw new NotAllowedError(
        'Only who manages virtual teams brings them over',
      );
    }
    const known = new Set(
      (await teams.byRefs(database, items.map(refOf))).map(
        ({ teamRef }) => teamRef,
      ),
    );
    const fresh = items.filter(item => !known.has(refOf(item)));
    const placeOf = await places.of(
      fresh.flatMap(({ memberships }) =>
        memberships.map(({ userRef }) => userRef),
      ),
    );
    for (const item of fresh) {
      const at = `items.${items.indexOf(item)}`;
      await checker.require(credentials, item.team).catch(error => {
        throw new InputError(`${at}.team.${error.message}`);
      });
      requireSound(item, at, this.#options.clock().getTime(), placeOf);
    }
    const ids = await database.transaction(async tx => {
      const made: number[] = [];
      for (const item of fresh) {
        made.push(await this.#insert(tx, item, reader.userRef, placeOf));
      }
      return made;
    });
    for (const teamId of ids) {
      await this.#options.teamChanges.tellAfter({ teamId, hasStarted: true });
    }
    return { created: fresh.length, existing: known.size };
  }

  async #insert(
    tx: Knex.Transaction,
    item: TeamImport,
    actorRef: string | undefined,
    placeOf: ReadonlyMap<string, Place>,
  ): Promise<number> {
    const { clock, events, memberships, people, service, settings, teams } =
      this.#options;
    const { name: _, proposalId, ...definition } = item.team;
    const now = clock().getTime();
    const endedAt = item.endedAt ? Date.parse(item.endedAt) : undefined;
    const actorId = actorRef ? await people.idOf(tx, actorRef) : undefined;
    const team = await teams.insert(tx, {
      ...(await service.written(tx, definition)),
      teamRef: refOf(item),
      status: item.status,
      managedBy: 'portal',
      proposalId,
      proposedAt: Date.parse(item.proposedAt),
      startedAt: Date.parse(item.startedAt),
      endedAt,
      lastActiveAt: endedAt ?? now,
      outcomeRecord: item.outcome && {
        ...item.outcome,
        recordedAt: new Date(endedAt ?? now).toISOString(),
      },
    });
    const ids = await people.idsOf(
      tx,
      item.memberships.map(({ userRef }) => userRef),
    );
    const isOver = item.status === 'archived';
    const rows = item.memberships.map(member => ({
      id: randomUUID(),
      teamId: team.id,
      personId: ids.get(member.userRef)!,
      role: member.role,
      status: isOver ? ('left' as const) : ('active' as const),
      homeGroupRef: placeOf.get(member.userRef)?.homeGroupRef,
      platformRef: placeOf.get(member.userRef)?.platformRef,
      allocationPct: member.allocationPct,
      skillIds: member.skillIds ?? [],
      createdAt: Date.parse(member.since),
      since: Date.parse(member.since),
      ...(isOver && {
        until: endedAt,
        endedAt,
        endReason: 'team_ended' as const,
      }),
      version: 1,
    }));
    const { reminderMs } = termsOf(settings.current().settings);
    await memberships.insert(tx, rows, reminderMs);
    await events.add(tx, [
      {
        teamId: team.id,
        at: Date.parse(item.proposedAt),
        name: 'propose',
        to: 'proposed',
      },
      {
        teamId: team.id,
        at: Date.parse(item.startedAt),
        name: 'start',
        from: 'forming',
        to: 'active',
      },
      ...rows.map((row, index) => ({
        teamId: team.id,
        membershipId: row.id,
        at: row.since,
        subjectId: row.personId,
        name: 'join',
        to: 'active' as const,
        note: item.memberships[index].consentRecord,
      })),
      ...(endedAt === undefined
        ? []
        : [
            {
              teamId: team.id,
              at: endedAt,
              name: 'archive',
              from: 'closing' as const,
              to: 'archived' as const,
            },
          ]),
      { teamId: team.id, at: now, actorId, name: 'import' },
    ]);
    return team.id;
  }
}

/** @throws InputError that names what does not fit, and where */
function requireSound(
  item: TeamImport,
  at: string,
  now: number,
  placeOf: ReadonlyMap<string, Place>,
): void {
  const { endedAt, memberships, outcome, proposedAt, startedAt, status, team } =
    item;
  const times = [proposedAt, startedAt, ...(endedAt ? [endedAt] : [])].map(
    time => Date.parse(time),
  );
  if (
    times.some((time, index) => index > 0 && time < times[index - 1]) ||
    times.some(time => time > now)
  ) {
    throw new InputError(`${at}: The times do not follow each other up to now`);
  }
  if (
    status === 'archived' &&
    (!endedAt || !outcome) &&
    TEAM_KIND_RULES[team.kind].asksForOutcome
  ) {
    throw new InputError(`${at}: An archived team has an end and an outcome`);
  }
  if (
    !memberships.some(
      ({ role, userRef }) => role === 'lead' && userRef === team.leadRef,
    )
  ) {
    throw new InputError(`${at}.memberships: The lead is among the members`);
  }
  memberships.forEach(({ userRef }, index) => {
    if (!placeOf.has(userRef)) {
      throw new InputError(
        `${at}.memberships.${index}.userRef: There is no ${userRef} in the catalog`,
      );
    }
    if (memberships.findIndex(each => each.userRef === userRef) !== index) {
      throw new InputError(
        `${at}.memberships.${index}.userRef: ${userRef} is named twice`,
      );
    }
  });
}
