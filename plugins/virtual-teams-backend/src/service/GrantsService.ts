import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  FindingGrant,
  GrantInput,
  GrantedEntities,
  LIVE_TEAM_STATUSES,
  findingsGrantPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { GrantStore } from '../store/GrantStore';
import { FINDINGS_EVENTS, TeamEventStore } from '../store/TeamEventStore';
import { TeamDirectory } from './TeamDirectory';
import { TeamNotices } from './TeamNotices';

export interface GrantsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'access' | 'catalog' | 'clock' | 'database' | 'entities' | 'people'
    > {
  directory: TeamDirectory;
  events: TeamEventStore;
  grants: GrantStore;
  notices: TeamNotices;
}

/** Where each action of a grant leads from, and to. */
const GRANTS: Record<
  GrantInput['action'],
  { from: readonly FindingGrant[]; to: FindingGrant }
> = {
  grant: { from: ['none', 'asked'], to: 'granted' },
  allow: { from: ['asked'], to: 'granted' },
  refuse: { from: ['asked'], to: 'none' },
  revoke: { from: ['asked', 'granted'], to: 'none' },
};

/**
 * Whose findings the members of a team may read. A lead asks; who owns the
 * entity says yes. So nobody gives away what is not theirs.
 */
export class GrantsService {
  readonly #options: GrantsServiceOptions;

  constructor(options: GrantsServiceOptions) {
    this.#options = options;
  }

  async act(
    credentials: BackstageCredentials,
    teamRef: string,
    { action, entityRef }: GrantInput,
  ): Promise<void> {
    const { access, catalog, clock, database, directory } = this.#options;
    const { entities, events, grants, notices, people } = this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const team = await directory.require(reader, teamRef);
    const shown = await catalog.filter(credentials, [entityRef]);
    if (!team.entityRefs.includes(entityRef) || !shown.has(entityRef)) {
      throw new InputError(
        `entityRef: ${entityRef} is not in the team's scope`,
      );
    }
    if (!LIVE_TEAM_STATUSES.includes(team.status)) {
      throw new ConflictError('The team has ended, and its rights with it');
    }
    const { isLead } = await directory.standing(reader, team);
    const owns = await access.can(
      credentials,
      findingsGrantPermission,
      entityRef,
    );
    const isAllowed =
      action === 'grant' ? isLead : owns || (action === 'revoke' && isLead);
    if (!isAllowed) {
      throw new NotAllowedError(
        action === 'grant'
          ? 'Only the lead or a deputy asks for the findings'
          : 'Only the owners of the entity decide on its findings',
      );
    }
    const owner = (await entities.get([entityRef])).get(entityRef)?.ownerRef;
    await database.transaction(async tx => {
      const current = (await grants.of(tx, team.id)).get(entityRef) ?? 'none';
      const { from, to } = GRANTS[action];
      if (!from.includes(current)) {
        throw new ConflictError(
          `The findings are ${current}: ${action} changes nothing`,
        );
      }
      const next = action === 'grant' && !owns ? 'asked' : to;
      const at = clock().getTime();
      const personId = reader.userRef
        ? await people.idOf(tx, reader.userRef)
        : undefined;
      await grants.set(tx, team.id, entityRef, next, { personId, at });
      await events.add(tx, [
        {
          teamId: team.id,
          at,
          actorId: personId,
          name: FINDINGS_EVENTS[next === 'asked' ? 'ask' : action],
          note: entityRef,
        },
      ]);
      if (next === 'asked' && owner?.startsWith('group:')) {
        await notices.tellGroup(tx, team, owner, {
          topic: 'virtual-teams.askFindings',
          title: `${team.title} asks to read findings of ${entityRef.split('/')[1]}`,
          description: 'Its lead asks for the members, until the team ends.',
        });
      }
      if (action === 'allow' || action === 'refuse') {
        await notices.tell(tx, team, await notices.leadsOf(tx, team), {
          topic: `virtual-teams.${action}Findings`,
          title:
            action === 'allow'
              ? `${team.title} may read the findings of ${entityRef.split('/')[1]}`
              : `${team.title} may not read the findings of ${entityRef.split('/')[1]}`,
        });
      }
    });
  }

  /** For the portal's policy, and for the person. */
  async grantedTo(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<GrantedEntities> {
    const { database, grants, people } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    if (reader.userRef !== undefined && reader.userRef !== userRef) {
      throw new NotAllowedError('Everybody sees only their own rights');
    }
    const personId = await people.find(database, userRef);
    return {
      entityRefs:
        personId === undefined
          ? []
          : await grants.effectiveFor(database, personId),
    };
  }
}
