import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { NoticeSender } from './service/NoticeSender';

const EVERY_MS = 2_000;

/** Sends the notices that the other parts wrote down. */
export function createNotices(context: VirtualTeamsContext): VirtualTeamsPart {
  const sender = new NoticeSender(context);
  const loop = new LeasedLoop({
    name: 'virtual-teams-notices',
    leases: new Leases({ database: context.database }),
    logger: context.logger,
    run: async () => {
      await sender.sendDue();
      return EVERY_MS;
    },
  });
  return {
    routes: () => {},
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}
