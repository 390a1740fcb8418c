import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { addCatalogFaultsRoutes } from './router/catalogFaultsRouter';
import { FaultyDeclarationsService } from './service/FaultyDeclarationsService';
import { OwnerLintService } from './service/OwnerLintService';
import { TeamDirectory } from './service/TeamDirectory';
import { DeclarationStore } from './store/DeclarationStore';
import { MembershipStore } from './store/MembershipStore';
import { OwnerLintStore } from './store/OwnerLintStore';
import { TeamStore } from './store/TeamStore';

/** What the catalog says wrongly about virtual teams, told to who can act. */
export function createCatalogFaults(
  context: VirtualTeamsContext,
): VirtualTeamsPart {
  const memberships = new MembershipStore();
  const teams = new TeamStore();
  const shared = {
    ...context,
    memberships,
    teams,
    directory: new TeamDirectory({ ...context, memberships, teams }),
  };
  const owners = new OwnerLintService({
    ...shared,
    lint: new OwnerLintStore(),
  });
  context.entities.onChange(change => owners.follow(change));
  return {
    routes: router =>
      addCatalogFaultsRoutes(router, {
        ...context,
        owners,
        declarations: new FaultyDeclarationsService({
          ...shared,
          declarations: new DeclarationStore(),
        }),
      }),
  };
}
