import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EntityChange,
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  MEMBER_STATUSES,
  OwnedByTeams,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { ReaderOptions, requireReader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { locationOf } from '../organisation/locationOf';
import { MembershipStore } from '../store/MembershipStore';
import { OwnerLintStore } from '../store/OwnerLintStore';
import { TeamStore } from '../store/TeamStore';
import { KnownReader, TeamDirectory } from './TeamDirectory';

export interface OwnerLintServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'catalog' | 'database' | 'logger'> {
  directory: TeamDirectory;
  lint: OwnerLintStore;
  memberships: MembershipStore;
  teams: TeamStore;
}

/** Entities that a virtual team owns, which it must not. */
export class OwnerLintService {
  readonly #options: OwnerLintServiceOptions;

  constructor(options: OwnerLintServiceOptions) {
    this.#options = options;
  }

  /** @throws InputError for a cursor of another list */
  async list(
    credentials: BackstageCredentials,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<OwnedByTeams> {
    const { catalog, database, directory, lint, teams } = this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const rows = await lint.owned(database, {
      after: readCursor(cursor, z.string()),
      limit,
      ownerRefs: reader.isManager ? undefined : await this.#ledBy(reader),
    });
    const seen = await catalog.filter(
      credentials,
      rows.map(({ entityRef }) => entityRef),
    );
    const owners = await teams.byRefs(database, [
      ...new Set(rows.map(({ ownerRef }) => ownerRef)),
    ]);
    const titles = new Map(owners.map(team => [team.teamRef, team.title]));
    return {
      items: rows
        .filter(({ entityRef }) => seen.has(entityRef))
        .map(({ annotations, entityRef, ownerRef, title }) => ({
          entityRef,
          title,
          ownerRef,
          ownerTitle: titles.get(ownerRef),
          location: locationOf(annotations),
        })),
      pageInfo:
        rows.length === limit
          ? { nextCursor: writeCursor(rows[rows.length - 1].entityRef) }
          : {},
    };
  }

  /** Says in the log what an entity that changed names wrongly. */
  async follow({ changed }: EntityChange): Promise<void> {
    const { database, lint, logger } = this.#options;
    const owners = changed.flatMap(({ ownerRef }) => ownerRef ?? []);
    const teams = await lint.teamsAmong(database, [...new Set(owners)]);
    for (const { entityRef, ownerRef } of changed) {
      if (ownerRef !== undefined && teams.has(ownerRef)) {
        logger.warn(
          `${entityRef} names the virtual team ${ownerRef} as its owner; a virtual team owns nothing, so name a permanent Group`,
        );
      }
    }
  }

  async #ledBy(reader: KnownReader): Promise<string[]> {
    const { database, directory, memberships, teams } = this.#options;
    if (reader.personId === undefined) {
      return [];
    }
    const own = await memberships.find(database, {
      personIds: [reader.personId],
      statuses: MEMBER_STATUSES,
    });
    const mine = await teams.byIds(
      database,
      own.map(({ teamId }) => teamId),
    );
    const standings = await directory.standings(reader, mine);
    return mine
      .filter(({ id }) => standings.get(id)?.isLead)
      .map(({ teamRef }) => teamRef);
  }
}
