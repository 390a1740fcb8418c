import { registerFindExperts } from './actions/findExperts';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { Skills } from './expertise/Skills';
import { addExpertiseRoutes } from './router/expertise/expertiseRouter';
import { DiscoveryService } from './service/DiscoveryService';
import { EndorsementService } from './service/EndorsementService';
import { ExpertiseChanges } from './service/ExpertiseChanges';
import { MatrixService } from './service/MatrixService';
import { PlatformNames } from './service/PlatformNames';
import { ProfileService } from './service/ProfileService';
import { EndorsementStore } from './store/EndorsementStore';
import { ExpertiseStore } from './store/ExpertiseStore';
import { PeopleFinder } from './store/PeopleFinder';
import { PublicTeams } from './store/PublicTeams';

/** What people share about what they can do, and finding them by it. */
export function createExpertise(
  context: VirtualTeamsContext,
): VirtualTeamsPart {
  const shared = {
    ...context,
    skillIndex: new Skills(context.skills),
    store: new ExpertiseStore(),
    endorsements: new EndorsementStore(),
    changes: new ExpertiseChanges(context),
    finder: new PeopleFinder(context.database),
    teams: new PublicTeams(context.database),
    platformNames: new PlatformNames(context.entities),
  };
  const profiles = new ProfileService(shared);
  const options = {
    ...context,
    profiles,
    endorsing: new EndorsementService({ ...shared, profiles }),
    discovering: new DiscoveryService({ ...shared, profiles }),
    matrixes: new MatrixService({ ...shared, profiles }),
  };
  return {
    routes: router => addExpertiseRoutes(router, options),
    actions: registry => registerFindExperts(registry, options.discovering),
  };
}
