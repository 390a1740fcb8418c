import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  LIVE_TEAM_STATUSES,
  MEMBER_STATUSES,
  MembershipStatus,
  TEAM_STATUSES,
  TeamDeclaration,
  TeamEvent,
  TeamStatus,
  TeamTimeline,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { MembershipStore } from '../store/MembershipStore';
import {
  FINDINGS_EVENTS,
  StoredTeamEvent,
  TeamEventStore,
} from '../store/TeamEventStore';
import { writeDeclaration } from '../teams/declaration';
import { milestonesOf } from '../teams/milestones';
import { TeamDirectory } from './TeamDirectory';
import { definitionOf, shownDeputies } from './TeamViews';

const PAGE = 50;

export interface TimelineServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'catalog' | 'clock' | 'database' | 'people'> {
  directory: TeamDirectory;
  events: TeamEventStore;
  memberships: MembershipStore;
}

function teamStatus(
  status: TeamStatus | MembershipStatus | undefined,
): TeamStatus | undefined {
  return TEAM_STATUSES.find(each => each === status);
}

function entityOf({ name, note }: StoredTeamEvent): string | undefined {
  return Object.values<string>(FINDINGS_EVENTS).includes(name)
    ? note
    : undefined;
}

/** What was said, or the entity that it is about, as far as readers see it. */
function saidOf(
  event: StoredTeamEvent,
  reader: { seesMembership: boolean; seen: ReadonlySet<string> },
): Pick<TeamEvent, 'entityRef' | 'note'> {
  const entityRef = entityOf(event);
  if (entityRef !== undefined) {
    return reader.seen.has(entityRef) ? { entityRef } : {};
  }
  return event.membershipId === undefined || reader.seesMembership
    ? { note: event.note }
    : {};
}

/** What happened to a team and lies ahead, and the team as a file. */
export class TimelineService {
  readonly #options: TimelineServiceOptions;

  constructor(options: TimelineServiceOptions) {
    this.#options = options;
  }

  async timeline(
    credentials: BackstageCredentials,
    teamRef: string,
    cursor?: string,
  ): Promise<TeamTimeline> {
    const { catalog, clock, database, directory, events, people } =
      this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const team = await directory.require(reader, teamRef);
    const { isLead } = await directory.standing(reader, team);
    const rows = await events.page(database, {
      teamId: team.id,
      seesPrivate: isLead,
      personId: reader.personId,
      before: readCursor(cursor, z.number().int()),
      limit: PAGE + 1,
    });
    const shown = rows.slice(0, PAGE);
    const names = await people.refsOf(
      database,
      shown.flatMap(({ actorId, subjectId }) =>
        [actorId, subjectId].filter(id => id !== undefined),
      ),
    );
    const named = (id: number | undefined) => {
      const ref = id === undefined ? undefined : names.get(id);
      return ref?.startsWith('user:') ? ref : undefined;
    };
    const seen = await catalog.filter(
      credentials,
      shown.flatMap(event => entityOf(event) ?? []),
    );
    const last = shown.at(-1);
    return {
      items: shown.map(event => ({
        ...saidOf(event, {
          seesMembership:
            isLead ||
            (reader.personId !== undefined &&
              event.subjectId === reader.personId),
          seen,
        }),
        id: String(event.id),
        at: new Date(event.at).toISOString(),
        actorRef: named(event.actorId),
        name: event.name,
        from: event.membershipId ? undefined : teamStatus(event.from),
        to: event.membershipId ? undefined : teamStatus(event.to),
        subjectRef: named(event.subjectId),
      })),
      ahead: LIVE_TEAM_STATUSES.includes(team.status)
        ? milestonesOf(team, clock().toISOString().slice(0, 10))
        : [],
      pageInfo: {
        ...(rows.length > PAGE && last && { nextCursor: writeCursor(last.id) }),
      },
    };
  }

  /** The team as a file of the catalog; entities that the reader sees. */
  async declaration(
    credentials: BackstageCredentials,
    teamRef: string,
  ): Promise<TeamDeclaration> {
    const { catalog, database, directory, memberships, people } = this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const team = await directory.require(reader, teamRef);
    const members = await memberships.find(database, {
      teamIds: [team.id],
      statuses: MEMBER_STATUSES,
    });
    const names = await people.refsOf(database, [
      team.leadId,
      ...(team.sponsorId === undefined ? [] : [team.sponsorId]),
      ...team.deputyIds,
      ...members.map(({ personId }) => personId),
    ]);
    const shown = await catalog.filter(credentials, team.entityRefs);
    const standing = await directory.standing(reader, team);
    const definition = definitionOf(
      {
        ...team,
        entityRefs: team.entityRefs.filter(ref => shown.has(ref)),
        deputyIds: shownDeputies(team, members, standing),
      },
      {
        leadRef: names.get(team.leadId)!,
        sponsorRef:
          team.sponsorId === undefined ? undefined : names.get(team.sponsorId),
      },
      names,
    );
    return {
      yaml: writeDeclaration(
        team.teamRef,
        definition,
        members
          .filter(({ role }) => role !== 'lead' && role !== 'deputy')
          .flatMap(({ personId }) => names.get(personId) ?? []),
      ),
    };
  }
}
