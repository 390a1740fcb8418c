import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { DeclarationFollower } from './service/DeclarationFollower';
import { DeclaredMembers } from './service/DeclaredMembers';
import { DefinitionChecker } from './service/DefinitionChecker';
import { TeamNotices } from './service/TeamNotices';
import { DeclarationStore } from './store/DeclarationStore';
import { MembershipStore } from './store/MembershipStore';
import { TeamEventStore } from './store/TeamEventStore';
import { TeamStore } from './store/TeamStore';

const EVERY_MS = 60_000;

/** Makes teams follow what the catalog declares. */
export function createDeclarations(
  context: VirtualTeamsContext,
): VirtualTeamsPart {
  const events = new TeamEventStore();
  const memberships = new MembershipStore();
  const teams = new TeamStore();
  const notices = new TeamNotices({ ...context, memberships });
  const shared = { ...context, events, memberships, notices, teams };
  const follower = new DeclarationFollower({
    ...shared,
    checker: new DefinitionChecker(context),
    declarations: new DeclarationStore(),
    members: new DeclaredMembers(shared),
  });
  const loop = new LeasedLoop({
    name: 'virtual-teams-declarations',
    leases: new Leases({ database: context.database }),
    logger: context.logger,
    run: async () => {
      await follower.follow();
      return EVERY_MS;
    },
  });
  return {
    routes: () => {},
    start: () => loop.start(),
    stop: () => loop.stop(),
    round: () => follower.follow(),
  };
}
