import {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  normalizeEntityRef,
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import { FaultyDeclarations } from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { ReaderOptions, requireReader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { DeclaredGroup } from '../organisation/DeclaredGroups';
import { DeclarationStore } from '../store/DeclarationStore';
import { TeamStore } from '../store/TeamStore';
import { namedBy } from '../teams/namedBy';
import { KnownReader, TeamDirectory } from './TeamDirectory';

export interface FaultyDeclarationsServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'database' | 'declaredGroups'> {
  declarations: DeclarationStore;
  directory: TeamDirectory;
  teams: TeamStore;
}

async function refsOf(
  userInfo: UserInfoService,
  { credentials, userRef }: KnownReader,
): Promise<Set<string>> {
  if (userRef === undefined) {
    return new Set();
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return new Set([userRef, ...ownershipEntityRefs.map(normalizeEntityRef)]);
}

/** Declarations that are not applied, for those who can put them right. */
export class FaultyDeclarationsService {
  readonly #options: FaultyDeclarationsServiceOptions;

  constructor(options: FaultyDeclarationsServiceOptions) {
    this.#options = options;
  }

  /** @throws InputError for a cursor of another list */
  async list(
    credentials: BackstageCredentials,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<FaultyDeclarations> {
    const { database, declarations, declaredGroups, directory, teams } =
      this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const rows = await declarations.faulty(database, {
      after: readCursor(cursor, z.string()),
      limit,
    });
    const refs = rows.map(({ teamRef }) => teamRef);
    const groups = await declaredGroups.seenBy(credentials, refs);
    const known = await teams.byRefs(database, refs);
    const standings = await directory.standings(reader, known);
    const teamIds = new Map(known.map(({ id, teamRef }) => [teamRef, id]));
    const own = await refsOf(this.#options.userInfo, reader);
    const mayAct = (group: DeclaredGroup) =>
      reader.isManager ||
      [...group.ownerRefs, ...namedBy(group)].some(ref => own.has(ref)) ||
      standings.get(teamIds.get(group.teamRef) ?? -1)?.isLead === true;
    return {
      items: rows.flatMap(({ faults, teamRef }) => {
        const group = groups.get(teamRef);
        return group && mayAct(group)
          ? [
              {
                teamRef,
                title: group.title,
                location: group.location,
                faults,
                hasTeam: teamIds.has(teamRef),
              },
            ]
          : [];
      }),
      pageInfo:
        rows.length === limit
          ? { nextCursor: writeCursor(rows[rows.length - 1].teamRef) }
          : {},
    };
  }
}
