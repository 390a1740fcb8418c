import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { addLendingRoutes } from './router/lendingRouter';
import { LendingService } from './service/LendingService';
import { LendingStore } from './store/LendingStore';
import { OrganisationStore } from './store/OrganisationStore';

/** Whom groups lend to virtual teams. */
export function createLending(context: VirtualTeamsContext): VirtualTeamsPart {
  const lending = new LendingService({
    ...context,
    lending: new LendingStore(),
    organisation: new OrganisationStore(),
  });
  return {
    routes: router => addLendingRoutes(router, { ...context, lending }),
  };
}
