import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  TEAM_ACTION_INPUTS,
  TEAM_KIND_RULES,
  Team,
  TeamActionInput,
  TeamDefinition,
  TeamInput,
  TeamOutcomeInput,
  TeamReviewInput,
  TeamUpdate,
  VIRTUAL_TEAM_GROUP_TYPE,
  VIRTUAL_TEAM_NAMESPACE,
  decideTeamAction,
  teamCreatePermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import {
  requirePerson,
  requireReader,
  ReaderOptions,
} from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { applyTeamAction, guardsOf } from '../teams/guardsOf';
import { teamRefusal } from '../teams/refusal';
import { freeName, slugOf } from '../teams/slug';
import { StoredTeam } from '../teams/types';
import {
  WrittenDefinition,
  writtenDefinition,
} from '../teams/writtenDefinition';
import { DefinitionChecker } from './DefinitionChecker';
import { LeadKeeper } from './LeadKeeper';
import { KnownReader, TeamDirectory } from './TeamDirectory';
import { TeamNotices } from './TeamNotices';
import { TeamViews } from './TeamViews';

export interface TeamsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'catalog' | 'clock' | 'database' | 'entities' | 'people' | 'teamChanges'
    > {
  teams: TeamStore;
  events: TeamEventStore;
  checker: DefinitionChecker;
  directory: TeamDirectory;
  leads: LeadKeeper;
  notices: TeamNotices;
  views: TeamViews;
}

/** What people write about teams and do with them. */
export class TeamsService {
  readonly #options: TeamsServiceOptions;

  constructor(options: TeamsServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials, teamRef: string): Promise<Team> {
    const { directory, views } = this.#options;
    const reader = await this.#reader(credentials);
    return views.details(reader, await directory.require(reader, teamRef));
  }

  /** Proposes a team; where its kind asks for no sponsor, it forms at once. */
  async create(
    credentials: BackstageCredentials,
    { name, proposalId, ...definition }: TeamInput,
  ): Promise<Team> {
    const { checker, clock, database, events, leads } = this.#options;
    const { notices, people, teams } = this.#options;
    const person = await requirePerson(
      this.#options,
      credentials,
      teamCreatePermission,
    );
    await checker.require(credentials, definition);
    const { asksForSponsor } = TEAM_KIND_RULES[definition.kind];
    if (!asksForSponsor && definition.leadRef !== person.userRef) {
      throw new InputError(
        'leadRef: Who begins a team without a sponsor leads it; another can follow',
      );
    }
    const places = await leads.placesOf(definition);
    const teamRef = await this.#freeRef(name, definition.title);
    const at = clock().getTime();
    await database.transaction(async tx => {
      const actorId = await people.idOf(tx, person.userRef);
      const team = await teams.insert(tx, {
        ...(await this.written(tx, definition)),
        teamRef,
        status: asksForSponsor ? 'proposed' : 'forming',
        managedBy: 'portal',
        proposalId,
        proposedBy: actorId,
        proposedAt: at,
        lastActiveAt: at,
      });
      await events.add(tx, [
        { teamId: team.id, at, actorId, name: 'propose', to: team.status },
      ]);
      await leads.askLeads(tx, team, actorId, places);
      if (team.status === 'proposed' && team.sponsorId !== undefined) {
        await notices.tell(tx, team, [team.sponsorId], {
          topic: 'virtual-teams.propose',
          title: `${team.title} asks you to be its sponsor`,
          description: 'Approve it, so that it can form, or say why not.',
        });
      }
    });
    return this.get(credentials, teamRef);
  }

  async update(
    credentials: BackstageCredentials,
    teamRef: string,
    { definition, version }: TeamUpdate,
  ): Promise<Team> {
    const { checker, database, events, leads, teams } = this.#options;
    const reader = await this.#reader(credentials);
    const seen = await this.#require(reader, teamRef, version);
    await this.#requireLead(reader, seen);
    if (seen.managedBy === 'catalog') {
      throw new ConflictError(
        `The team is declared in ${seen.declaredIn ?? 'the catalog'}; change it there`,
      );
    }
    if (['archived', 'closed'].includes(seen.status)) {
      throw new ConflictError(`A team that is ${seen.status} can't be changed`);
    }
    if (definition.kind !== seen.kind) {
      throw new InputError(
        'kind: The kind of a team stays; propose another team',
      );
    }
    await checker.require(credentials, definition, seen.entityRefs);
    const places = await leads.placesOf(definition);
    // What the reader does not see stays in scope.
    const shown = await this.#options.catalog.filter(
      credentials,
      seen.entityRefs,
    );
    const hidden = seen.entityRefs.filter(ref => !shown.has(ref));
    await database.transaction(async tx => {
      const { actorId, at } = await this.#actor(tx, reader);
      const team = await teams.update(tx, {
        ...seen,
        ...(await this.written(tx, definition)),
        entityRefs: [...definition.entityRefs, ...hidden],
        leadId: seen.leadId,
        lastActiveAt: at,
        staleSince:
          definition.reviewAt === seen.reviewOn ? seen.staleSince : undefined,
      });
      await events.add(tx, [{ teamId: team.id, at, actorId, name: 'edit' }]);
      const leadId = await this.#options.people.idOf(tx, definition.leadRef);
      await leads.askLeads(tx, { ...team, leadId }, actorId, places);
    });
    return this.#told(credentials, seen);
  }

  /** Takes an action of the table of transitions. */
  async act(
    credentials: BackstageCredentials,
    teamRef: string,
    { action, note, version }: TeamActionInput,
  ): Promise<Team> {
    const { database, directory, events, notices } = this.#options;
    const { teamChanges, teams, views } = this.#options;
    const reader = await this.#reader(credentials);
    const seen = await this.#require(reader, teamRef, version);
    if (TEAM_ACTION_INPUTS[action].includes('note') && !note) {
      throw new InputError('note: Say why');
    }
    const standing = await directory.standing(reader, seen);
    const facts = await views.facts(seen);
    await database.transaction(async tx => {
      const decision = decideTeamAction(
        seen.status,
        action,
        guardsOf(seen, standing, facts),
      );
      if (decision.kind === 'refused') {
        throw teamRefusal(seen, action, decision, facts);
      }
      const { actorId, at } = await this.#actor(tx, reader);
      const team = await teams.update(
        tx,
        applyTeamAction(seen, action, decision.to, at),
      );
      await events.add(tx, [
        {
          teamId: team.id,
          at,
          actorId,
          name: action,
          from: seen.status,
          to: team.status,
          note,
        },
      ]);
      await notices.ofAction(tx, team, action, actorId, note);
      await teamChanges.tellWithin(tx, changeBy(team));
    });
    return this.#told(credentials, seen);
  }

  async review(
    credentials: BackstageCredentials,
    teamRef: string,
    { nextReviewAt, note, values, version }: TeamReviewInput,
  ): Promise<Team> {
    const { database, events, teams } = this.#options;
    const reader = await this.#reader(credentials);
    const seen = await this.#require(reader, teamRef, version);
    await this.#requireLead(reader, seen);
    if (!['forming', 'active', 'paused', 'closing'].includes(seen.status)) {
      throw new ConflictError(`A team that is ${seen.status} is not reviewed`);
    }
    await database.transaction(async tx => {
      const { actorId, at } = await this.#actor(tx, reader);
      if (Date.parse(nextReviewAt) <= at) {
        throw new InputError('nextReviewAt: It lies ahead');
      }
      const team = await teams.update(tx, {
        ...seen,
        measures: withValues(seen, values, at),
        reviewOn: nextReviewAt,
        staleSince: undefined,
        lastActiveAt: at,
      });
      await events.add(tx, [
        { teamId: team.id, at, actorId, name: 'review', note },
      ]);
    });
    return this.#told(credentials, seen);
  }

  async recordOutcome(
    credentials: BackstageCredentials,
    teamRef: string,
    { values, version, ...outcome }: TeamOutcomeInput,
  ): Promise<Team> {
    const { database, events, teams } = this.#options;
    const reader = await this.#reader(credentials);
    const seen = await this.#require(reader, teamRef, version);
    await this.#requireLead(reader, seen);
    if (seen.status !== 'closing') {
      throw new ConflictError(
        'The outcome is written down while a team is closing',
      );
    }
    await this.#requireHandoverOwner(credentials, outcome.handoverOwnerRef);
    await database.transaction(async tx => {
      const { actorId, at } = await this.#actor(tx, reader);
      const team = await teams.update(tx, {
        ...seen,
        measures: withValues(seen, values, at),
        outcomeRecord: { ...outcome, recordedAt: new Date(at).toISOString() },
        lastActiveAt: at,
      });
      await events.add(tx, [{ teamId: team.id, at, actorId, name: 'outcome' }]);
    });
    return this.#told(credentials, seen);
  }

  /** @throws InputError unless a Group, that is no virtual team, is named */
  async #requireHandoverOwner(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<void> {
    const { catalog, entities } = this.#options;
    const shown = await catalog.filter(credentials, [ref]);
    const row = shown.has(ref)
      ? (await entities.get([ref])).get(ref)
      : undefined;
    if (!row) {
      throw new InputError(
        `handoverOwnerRef: There is no ${ref} in the catalog`,
      );
    }
    if (row.type === VIRTUAL_TEAM_GROUP_TYPE) {
      throw new InputError(
        'handoverOwnerRef: A virtual team ends; name a Group that stays',
      );
    }
  }

  /** A definition with numbers in place of names. */
  written(tx: Knex, definition: TeamDefinition): Promise<WrittenDefinition> {
    return writtenDefinition(this.#options.people, tx, definition);
  }

  async #freeRef(name: string | undefined, title: string): Promise<string> {
    const { database, teams } = this.#options;
    const refOf = (each: string) => `group:${VIRTUAL_TEAM_NAMESPACE}/${each}`;
    if (name !== undefined) {
      if (await teams.get(database, refOf(name))) {
        throw new ConflictError(
          `name: There is a virtual team "${name}" already`,
        );
      }
      return refOf(name);
    }
    const taken = new Set(
      await teams.namesLike(database, refOf(slugOf(title))),
    );
    return refOf(freeName(slugOf(title), each => taken.has(refOf(each))));
  }

  async #reader(credentials: BackstageCredentials): Promise<KnownReader> {
    const reader = await requireReader(this.#options, credentials);
    return this.#options.directory.known(reader);
  }

  async #require(
    reader: KnownReader,
    teamRef: string,
    version: number,
  ): Promise<StoredTeam> {
    const team = await this.#options.directory.require(reader, teamRef);
    if (team.version !== version) {
      throw new ConflictError(
        'Somebody else changed the team in the meantime; load it again',
      );
    }
    return team;
  }

  async #requireLead(reader: KnownReader, team: StoredTeam): Promise<void> {
    const { isLead } = await this.#options.directory.standing(reader, team);
    if (!isLead) {
      throw new NotAllowedError('Only the lead or a deputy can do that');
    }
  }

  async #actor(
    tx: Knex,
    { userRef }: KnownReader,
  ): Promise<{ actorId?: number; at: number }> {
    const { clock, people } = this.#options;
    return {
      actorId:
        userRef === undefined ? undefined : await people.idOf(tx, userRef),
      at: clock().getTime(),
    };
  }

  /** Has the other parts look, and answers the team as it is now. */
  async #told(
    credentials: BackstageCredentials,
    { id, teamRef }: StoredTeam,
  ): Promise<Team> {
    const { database, teamChanges, teams } = this.#options;
    const team = await teams.get(database, teamRef);
    if (!team) {
      throw new NotFoundError(`There is no virtual team ${teamRef}`);
    }
    await teamChanges.tellAfter({ ...changeBy(team), teamId: id });
    return this.get(credentials, teamRef);
  }
}

function changeBy({ id, status }: StoredTeam) {
  return {
    teamId: id,
    hasEnded: status === 'archived' || status === 'closed',
    hasStarted: status === 'active',
  };
}

/** The measures with new values, each by its id. */
function withValues(
  { measures }: StoredTeam,
  values: Record<string, number>,
  at: number,
): StoredTeam['measures'] {
  const unknown = Object.keys(values).find(
    id => !measures.some(measure => measure.id === id),
  );
  if (unknown !== undefined) {
    throw new InputError(`values.${unknown}: The charter has no such measure`);
  }
  return measures.map(measure =>
    values[measure.id] === undefined
      ? measure
      : {
          ...measure,
          current: values[measure.id],
          currentAt: new Date(at).toISOString(),
        },
  );
}
