import { stringifyError } from '@backstage/errors';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import {
  LIVE_TEAM_STATUSES,
  TEAM_KIND_RULES,
  TEAM_TIME_TRANSITIONS,
  TeamDefinition,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { VirtualTeamsContext } from '../context';
import { DeclaredGroup } from '../organisation/DeclaredGroups';
import { DeclarationStore, StoredDeclaration } from '../store/DeclarationStore';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { readDeclaration } from '../teams/readDeclaration';
import { StoredTeam } from '../teams/types';
import { writtenDefinition } from '../teams/writtenDefinition';
import { DeclaredMember, DeclaredMembers } from './DeclaredMembers';
import { DefinitionChecker } from './DefinitionChecker';
import { TeamNotices } from './TeamNotices';

export interface DeclarationFollowerOptions extends Pick<
  VirtualTeamsContext,
  | 'auth'
  | 'clock'
  | 'database'
  | 'declaredGroups'
  | 'entities'
  | 'logger'
  | 'people'
  | 'teamChanges'
> {
  checker: DefinitionChecker;
  declarations: DeclarationStore;
  events: TeamEventStore;
  members: DeclaredMembers;
  notices: TeamNotices;
  teams: TeamStore;
}

type Wanted = { definition: TeamDefinition; memberRefs: string[] };
type Named = { definition: TeamDefinition; named: DeclaredMember[] };

const UNDECLARED_FROM =
  TEAM_TIME_TRANSITIONS.find(({ name }) => name === 'undeclare')?.from ?? [];

/** Names stand in one table only, so that what is kept of faults has none. */
function withoutNames(fault: string): string {
  return fault.replace(/\buser:[^\s,;]+/g, 'such User');
}

/**
 * Makes teams follow what Groups of the catalog declare. Only their definition:
 * where they stand, who is in, reviews and outcome stay in the portal.
 */
export class DeclarationFollower {
  readonly #options: DeclarationFollowerOptions;

  constructor(options: DeclarationFollowerOptions) {
    this.#options = options;
  }

  /**
   * Compares with the whole catalog once.
   *
   * @throws ResponseError when the catalog does not answer; nothing is changed
   */
  async follow(): Promise<void> {
    const groups = await this.#options.declaredGroups.read();
    for (const group of groups) {
      try {
        await this.#take(group);
      } catch (error) {
        this.#options.logger.warn(
          `The declaration of ${group.teamRef} is taken in later: ${stringifyError(error)}`,
        );
      }
    }
    await this.#undeclare(new Set(groups.map(({ teamRef }) => teamRef)));
  }

  async #take(group: DeclaredGroup): Promise<void> {
    const { database, declarations, logger, members, teams } = this.#options;
    const { location, teamRef } = group;
    const team = await teams.get(database, teamRef);
    const kept = await declarations.get(database, teamRef);
    const read = readDeclaration(group);
    const faults = read.definition
      ? await this.#faultsOf(read, team)
      : read.faults;
    if (!read.definition || faults.length > 0) {
      const words = faults.map(withoutNames);
      if (JSON.stringify(kept?.faults) !== JSON.stringify(words)) {
        logger.warn(
          `The declaration of ${teamRef} has faults and is not applied: ${words.join('; ')}`,
        );
      }
      await declarations.put(database, {
        ...kept,
        teamRef,
        location,
        faults: words,
      });
      return;
    }
    const hash = hashOf([read.definition, read.memberRefs, location ?? '']);
    if (kept?.hash === hash && team?.managedBy === 'catalog') {
      if (kept.faults.length > 0) {
        await declarations.put(database, { ...kept, faults: [] });
      }
      return;
    }
    const named = await members.named(read.definition, read.memberRefs);
    const teamId = await database.transaction(async tx => {
      const { id } = team
        ? await this.#change(tx, group, team, kept, { ...read, named })
        : await this.#create(tx, group, { ...read, named });
      await declarations.put(tx, {
        teamRef,
        location,
        hash,
        reviewOn: read.definition.reviewAt,
        faults: [],
      });
      return id;
    });
    await this.#options.teamChanges.tellAfter({ teamId });
  }

  async #faultsOf(
    { definition, memberRefs }: Wanted,
    team: StoredTeam | undefined,
  ): Promise<string[]> {
    const { auth, checker, entities } = this.#options;
    if (team && !LIVE_TEAM_STATUSES.includes(team.status)) {
      return [
        `metadata.name: The team of this name is ${team.status}; a new team needs a new name`,
      ];
    }
    const users = await entities.get(memberRefs);
    return [
      ...(await checker.faults(
        await auth.getOwnServiceCredentials(),
        definition,
      )),
      ...memberRefs.flatMap((ref, at) =>
        users.get(ref)
          ? []
          : [`members.${at}: There is no ${ref} in the catalog`],
      ),
      ...(team && team.kind !== definition.kind
        ? [`kind: The team is of the kind ${team.kind}, which stays`]
        : []),
    ].map(fault => `spec.virtualTeam.${fault}`);
  }

  async #create(
    tx: Knex.Transaction,
    { location, teamRef }: DeclaredGroup,
    { definition, named }: Named,
  ): Promise<StoredTeam> {
    const { clock, events, members, notices, people, teams } = this.#options;
    const at = clock().getTime();
    const { asksForSponsor } = TEAM_KIND_RULES[definition.kind];
    const team = await teams.insert(tx, {
      ...(await writtenDefinition(people, tx, definition)),
      teamRef,
      status: asksForSponsor ? 'proposed' : 'forming',
      managedBy: 'catalog',
      declaredIn: location,
      proposedAt: at,
      lastActiveAt: at,
    });
    await events.add(tx, [
      { teamId: team.id, at, name: 'declare', to: team.status },
    ]);
    await members.ask(tx, team, named);
    if (team.status === 'proposed' && team.sponsorId !== undefined) {
      await notices.tell(tx, team, [team.sponsorId], {
        topic: 'virtual-teams.propose',
        title: `${team.title} asks you to be its sponsor`,
        description: 'Approve it, so that it can form, or say why not.',
      });
    }
    return team;
  }

  /** What was written in the portal about measures and reviews stays. */
  async #change(
    tx: Knex.Transaction,
    { location }: DeclaredGroup,
    seen: StoredTeam,
    kept: StoredDeclaration | undefined,
    { definition, named }: Named,
  ): Promise<StoredTeam> {
    const { clock, events, members, people, teams } = this.#options;
    const at = clock().getTime();
    const written = await writtenDefinition(people, tx, definition);
    const hasReview =
      kept?.hash !== undefined && kept.reviewOn === definition.reviewAt;
    const reviewOn = hasReview ? seen.reviewOn : definition.reviewAt;
    const team = await teams.update(tx, {
      ...seen,
      ...written,
      leadId: seen.leadId,
      measures: written.measures.map(measure => {
        const last = seen.measures.find(({ id }) => id === measure.id);
        return {
          ...measure,
          current: last?.current ?? measure.current,
          currentAt: last?.currentAt ?? measure.currentAt,
        };
      }),
      reviewOn,
      staleSince: reviewOn === seen.reviewOn ? seen.staleSince : undefined,
      managedBy: 'catalog',
      declaredIn: location,
      lastActiveAt: at,
    });
    const name = seen.managedBy === 'catalog' ? 'edit' : 'takeOver';
    await events.add(tx, [{ teamId: team.id, at, name }]);
    await members.ask(tx, team, named);
    return team;
  }

  /** Closes teams that two whole sweeps in a row did not find. */
  async #undeclare(found: ReadonlySet<string>): Promise<void> {
    const { database, declarations, teamChanges, teams } = this.#options;
    const live = await teams.declared(database, UNDECLARED_FROM);
    const missing = live.filter(({ teamRef }) => !found.has(teamRef));
    const closed = await database.transaction(async tx => {
      const before = await declarations.missedBefore(
        tx,
        missing.map(({ id }) => id),
      );
      await declarations.setMissed(
        tx,
        live.filter(({ teamRef }) => found.has(teamRef)).map(({ id }) => id),
        false,
      );
      await declarations.setMissed(
        tx,
        missing.map(({ id }) => id),
        true,
      );
      const ending = missing.filter(({ id }) => before.has(id));
      for (const team of ending) {
        await this.#close(tx, team);
      }
      const stays = missing.filter(({ id }) => !before.has(id));
      await declarations.keepOnly(
        tx,
        new Set([...found, ...stays.map(({ teamRef }) => teamRef)]),
      );
      return ending;
    });
    for (const { id } of closed) {
      await teamChanges.tellAfter({ teamId: id, hasEnded: true });
    }
  }

  async #close(tx: Knex.Transaction, seen: StoredTeam): Promise<void> {
    const { clock, events, notices, teamChanges, teams } = this.#options;
    const at = clock().getTime();
    const told = await notices.leadsOf(tx, seen);
    const team = await teams.update(tx, {
      ...seen,
      status: 'closed',
      endedAt: at,
      lastActiveAt: at,
      staleSince: undefined,
    });
    await events.add(tx, [
      {
        teamId: team.id,
        at,
        name: 'undeclare',
        from: seen.status,
        to: team.status,
      },
    ]);
    await notices.tell(
      tx,
      team,
      [...told, ...(team.sponsorId === undefined ? [] : [team.sponsorId])],
      {
        topic: 'virtual-teams.undeclare',
        title: `${team.title} is closed: the catalog declares it no more`,
      },
    );
    await teamChanges.tellWithin(tx, { teamId: team.id, hasEnded: true });
  }
}
