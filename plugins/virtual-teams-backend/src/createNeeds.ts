import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { NeedKeeper } from './service/NeedKeeper';
import { NeedStore } from './store/NeedStore';

const EVERY_MS = 600_000;

/** Sees to it that needs that no team has end. */
export function createNeeds(context: VirtualTeamsContext): VirtualTeamsPart {
  const keeper = new NeedKeeper({ ...context, needs: new NeedStore() });
  context.entities.onChange(change => keeper.follow(change));
  const loop = new LeasedLoop({
    name: 'virtual-teams-needs',
    leases: new Leases({ database: context.database }),
    logger: context.logger,
    run: async () => {
      await keeper.round();
      return EVERY_MS;
    },
  });
  return {
    routes: () => {},
    round: () => keeper.round(),
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}
