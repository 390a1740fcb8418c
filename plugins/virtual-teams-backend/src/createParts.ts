import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createCalendar } from './createCalendar';
import { createCatalogFaults } from './createCatalogFaults';
import { createDeclarations } from './createDeclarations';
import { createExpertise } from './createExpertise';
import { createExpertisePrivacy } from './createExpertisePrivacy';
import { createExpertiseSearch } from './createExpertiseSearch';
import { createLending } from './createLending';
import { createMatching } from './createMatching';
import { createNeeds } from './createNeeds';
import { createNotices } from './createNotices';
import { createSettings } from './createSettings';
import { createTeams } from './createTeams';
import { ProposalSource } from './proposals/ProposalSource';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: VirtualTeamsContext,
  furtherSources: readonly ProposalSource[] = [],
): Promise<VirtualTeamsPart[]> {
  return [
    createNotices(context),
    createTeams(context),
    createSettings(context),
    createCalendar(context),
    createCatalogFaults(context),
    createDeclarations(context),
    createExpertise(context),
    createExpertiseSearch(context),
    createExpertisePrivacy(context),
    createNeeds(context),
    createLending(context),
    createMatching(context, furtherSources),
  ];
}
